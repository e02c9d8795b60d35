-- Knowledge items are read by product class, the newest first.
create index knowledge_note_class on dispatch.knowledge_note (product_class, id desc);
