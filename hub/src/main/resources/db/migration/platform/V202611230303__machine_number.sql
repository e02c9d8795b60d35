-- 机号: one machine, however its serial number is written: half width, capitals, no signs, and without the word that says what it is.
create function platform.machine(serial text) returns text language sql immutable parallel safe
    return coalesce(nullif(regexp_replace(
        regexp_replace(upper(normalize(serial, NFKC)), '^\s*(出厂编号|出厂号|编号|机号|S/?N\s*[.:#]|NO\s*[.:#]?\s*(?=[0-9]))', ''),
        '[^0-9A-Z一-鿿]', '', 'g'), ''), serial);
