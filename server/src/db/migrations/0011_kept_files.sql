-- The file of a dry run stays for a while, so that it can be imported without being sent again.

alter table imports
  -- Until then its chunks stay, though it is over. Null: they go when it is over.
  add column file_kept_until timestamptz,
  -- The import that took its file over.
  add column file_taken_by bigint,
  -- Where the first row begins, for whoever reads the file from its beginning again.
  add column first_row_byte bigint not null default 0,
  add column first_row_line bigint not null default 1,
  -- Rows of numbers that opted out before and stay so; counted by a dry run.
  add column stay_opted_out_rows bigint not null default 0;
