mod newel;

/// Answers {"hello": EVENT}.
fn answer(call: &newel::Call) -> Result<String, newel::Failure> {
    call.log("said hello");
    Ok(format!("{{\"hello\":{}}}", call.event()))
}

newel::function!("@NAME@", answer);
