"""Runs the steps on the connection that ``store.migrate`` hands over, inside its transaction: all of them, or none."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
