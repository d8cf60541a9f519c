"""The reviewer's page, thin: it shows what the desk says and posts what the reviewer chose."""
