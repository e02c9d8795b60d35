#!/bin/sh
# Runs once, in a database that is still empty: the role that owns the tables, and the one the hubs work as, which owns nothing.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 \
    --set owner_password="$OWNER_PASSWORD" --set app_password="$APP_PASSWORD" --set db="$POSTGRES_DB" <<'SQL'
create role tongqu_owner login password :'owner_password';
create role tongqu_app login password :'app_password';
alter database :"db" owner to tongqu_owner;
SQL
