//! Knowledge as admins bring it, see it grow, and change it.

mod files;
mod meaning;
mod overview;
mod versions;
