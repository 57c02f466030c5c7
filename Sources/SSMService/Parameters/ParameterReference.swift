import AWSWire
import ResourceNames

/// How a request means a parameter: by its name or ARN, with `:VERSION` or `:LABEL` for one of its versions.
struct ParameterReference: Sendable {
    /// The names it may have, the likeliest first: of `…:parameter/x` both `/x` and `x`.
    let names: [String]
    /// `:3`, `:prod`; `nil` for the newest version.
    let selector: String?
    /// Whose parameters are meant.
    let territory: Territory

    /// Reads a reference.
    init(_ text: String, in territory: Territory) {
        if let arn = ARN(text), arn.service == "ssm", arn.resource.hasPrefix("parameter/") {
            let (path, selector) = Self.split(String(arn.resource.dropFirst("parameter".count)))
            names = [path, String(path.dropFirst())]
            self.selector = selector
            self.territory = Territory(account: arn.account, region: arn.region)
        } else {
            let (name, selector) = Self.split(text)
            names = [name]
            self.selector = selector
            self.territory = territory
        }
    }

    /// The name as a refusal shows it.
    var name: String { names[0] }

    private static func split(_ text: String) -> (name: String, selector: String?) {
        guard let colon = text.firstIndex(of: ":") else { return (text, nil) }
        return (String(text[..<colon]), String(text[colon...]))
    }
}
