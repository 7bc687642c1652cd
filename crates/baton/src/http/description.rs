//! The description of the API as it is served: what utoipa makes from the code, with two things it
//! cannot know: a name for every operation, and that answers always hold all their fields.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use utoipa::openapi::OpenApi;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];
const COMPONENTS: &str = "#/components/schemas/";
/// Leaves out what does not apply.
const SPARING: [&str; 1] = ["Problem"];

pub(super) fn finished(api: &OpenApi) -> Value {
    let mut api = serde_json::to_value(api).unwrap_or_default();
    name_operations(&mut api);
    require_fields_of_answers(&mut api);
    api
}

/// `GET /apps/{app}/agents` becomes `get_apps_app_agents`.
fn name_operations(api: &mut Value) {
    let Some(paths) = api["paths"].as_object_mut() else { return };
    for (path, item) in paths {
        let words: Vec<&str> = path.split(['/', '{', '}']).filter(|word| !word.is_empty()).collect();
        let place = words.join("_");
        for method in METHODS {
            if let Some(operation) = item.get_mut(method).and_then(Value::as_object_mut) {
                operation.insert("operationId".into(), format!("{method}_{place}").into());
            }
        }
    }
}

/// A field that may be null is there all the same, except in what callers send.
fn require_fields_of_answers(api: &mut Value) {
    let sent = sent(api);
    let Some(schemas) = api["components"]["schemas"].as_object_mut() else { return };
    for (name, schema) in schemas {
        if !sent.contains(name) && !SPARING.contains(&name.as_str()) {
            require_all(schema);
        }
    }
}

fn require_all(schema: &mut Value) {
    for kind in ["oneOf", "allOf"] {
        for part in schema.get_mut(kind).and_then(Value::as_array_mut).into_iter().flatten() {
            require_all(part);
        }
    }
    let names =
        schema.get("properties").and_then(Value::as_object).map(|properties| properties.keys().cloned().collect());
    let Some::<Vec<String>>(names) = names else { return };
    schema["required"] = names.into();
}

/// The names of all schemas that requests are made of.
fn sent(api: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let operations = api["paths"].as_object().into_iter().flat_map(Map::values).filter_map(Value::as_object);
    for operation in operations.flat_map(Map::values) {
        collect(api, &operation["requestBody"], &mut found);
    }
    found
}

fn collect(api: &Value, value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let name = fields.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix(COMPONENTS));
            if let Some(name) = name.filter(|name| found.insert((*name).to_owned())) {
                collect(api, &api["components"]["schemas"][name], found);
            }
            fields.values().for_each(|value| collect(api, value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(api, value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
