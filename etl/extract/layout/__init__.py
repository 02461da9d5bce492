"""The parts of an article: segments and their roles, posts of live blogs, sentences."""
