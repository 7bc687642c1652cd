//! Builds the screens of `web/` and the widget of `web/widget/` into OUT_DIR, so that `cargo run` alone works.
#![allow(clippy::disallowed_methods, reason = "cargo tells a build script by environment variables")]

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// One package of the front end: where it is, and the variable that tells its build where to write.
struct Package {
    folder: PathBuf,
    out_variable: &'static str,
    out: PathBuf,
}

fn main() -> Result<(), Box<dyn Error>> {
    let web = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../web").canonicalize()?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("screens");
    for package in [&web, &web.join("widget")] {
        watch(package);
    }
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    if env::var_os("CARGO_FEATURE_SCREENS").is_none() {
        return Ok(());
    }
    build(&Package { folder: web.clone(), out_variable: "BATON_UI_OUT", out: out.clone() })?;
    build(&Package { folder: web.join("widget"), out_variable: "BATON_WIDGET_OUT", out: out.join("with-widget") })?;
    move_into(&out.join("with-widget"), &out)?;
    Ok(())
}

fn watch(package: &Path) {
    for name in
        ["src", "loader", "public", "index.html", "preview.html", "package.json", "package-lock.json", "tsconfig.json"]
    {
        watch_if_there(&package.join(name));
    }
    for config in ["vite.config.ts", "vite.preview.config.ts", "vite.loader.config.ts"] {
        watch_if_there(&package.join(config));
    }
}

fn watch_if_there(path: &Path) {
    if path.exists() {
        println!("cargo::rerun-if-changed={}", path.display());
    }
}

/// Copies the package into OUT_DIR first: nothing is written into the source tree.
fn build(package: &Package) -> Result<(), Box<dyn Error>> {
    let work = PathBuf::from(env::var("OUT_DIR")?).join(package.out_variable);
    copy(&package.folder, &work)?;
    npm(&work, &["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], package)?;
    npm(&work, &["run", "build", "--silent"], package)
}

fn npm(folder: &Path, arguments: &[&str], package: &Package) -> Result<(), Box<dyn Error>> {
    let done = Command::new("npm")
        .args(arguments)
        .current_dir(folder)
        .env(package.out_variable, &package.out)
        .output()
        .map_err(|error| {
            format!("the screens need Node.js 20 or later with npm ({error}); install it, or build without screens: --no-default-features")
        })?;
    if done.status.success() {
        return Ok(());
    }
    let said = [done.stdout, done.stderr].concat();
    let said = String::from_utf8_lossy(&said);
    Err(format!("`npm {}` failed in {}:\n{said}", arguments.join(" "), package.folder.display()).into())
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        if entry.file_name() != "node_modules" {
            remove(&entry.path())?;
        }
    }
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if ["node_modules", "dist", "widget"].iter().any(|skipped| name == *skipped) {
            continue;
        }
        copy_all(&entry.path(), &to.join(name))?;
    }
    Ok(())
}

fn copy_all(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    if !from.is_dir() {
        fs::copy(from, to)?;
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy_all(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

fn move_into(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::rename(entry.path(), to.join(entry.file_name()))?;
    }
    fs::remove_dir(from)?;
    Ok(())
}

fn remove(path: &Path) -> Result<(), Box<dyn Error>> {
    if path.is_dir() {
        fs::remove_dir_all(path)?
    } else {
        fs::remove_file(path)?
    }
    Ok(())
}
