// The interface in Rust, as `newel plugin new --lang rust` puts it beside every function.
#[path = "../../../Sources/CPluginTemplates/templates/rust/src/newel.rs"]
mod newel;

/// Whether the last digit of a card's number goes with the others, by Luhn's sum.
fn is_valid(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| match (place % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum % 10 == 0
}

/// Answers `{"valid": …, "digits": …}` for a string with a card's number, spaces and hyphens allowed.
fn check(call: &newel::Call) -> Result<String, newel::Failure> {
    let refused = |message: &str| newel::Failure { kind: "InvalidInput".into(), message: message.into() };
    let text = call.event().trim();
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let number = inner.ok_or_else(|| refused("the event must be a string"))?;
    let digits = number
        .chars()
        .filter(|letter| *letter != ' ' && *letter != '-')
        .map(|letter| letter.to_digit(10).ok_or_else(|| refused("a card's number has digits alone")))
        .collect::<Result<Vec<u32>, _>>()?;
    call.log(&format!("looked at {} digits", digits.len()));
    Ok(format!("{{\"valid\":{},\"digits\":{}}}", digits.len() > 1 && is_valid(&digits), digits.len()))
}

newel::function!("CardCheck", check);
