-- When a person last signed in at a browser; calls of programs are not signings-in.
alter table people.app_user add column last_sign_in timestamptz;
