import AWSWire
import JSONTree

/// `AuthParameters` of connections.
enum AuthParameters {
    /// The member each type of authorisation needs.
    private static let members = [
        "BASIC": "BasicAuthParameters", "API_KEY": "ApiKeyAuthParameters",
        "OAUTH_CLIENT_CREDENTIALS": "OAuthParameters",
    ]

    /// Refuses parameters that are not those of a type.
    static func check(_ parameters: JSON, type: String) throws(ServiceError) {
        guard let needed = members[type] else { throw .invalid("Parameter AuthorizationType is not valid: \(type).") }
        guard parameters["ConnectivityParameters"]?.unlessNull == nil else {
            throw .invalid(
                "Parameter ConnectivityParameters is not valid. Reason: Private endpoints are not served here.")
        }
        for (other, member) in members where other != type && parameters[member]?.unlessNull != nil {
            throw .invalid("Parameter \(member) is not for connections of type \(type), which take \(needed).")
        }
        guard let given = parameters[needed]?.unlessNull else {
            throw .invalid("Parameter \(needed) must be given for connections of type \(type).")
        }
        let complete =
            switch type {
            case "BASIC": isText(given["Username"]) && isText(given["Password"])
            case "API_KEY": isText(given["ApiKeyName"]) && isText(given["ApiKeyValue"])
            default:
                isText(given["AuthorizationEndpoint"]) && isText(given["HttpMethod"])
                    && isText(given["ClientParameters"]?["ClientID"])
                    && isText(given["ClientParameters"]?["ClientSecret"])
            }
        guard complete else { throw .invalid("Parameter \(needed) is not complete.") }
    }

    /// What an update gives, over what there is: members it does not name stay.
    static func merged(_ old: JSON, with new: JSON) -> JSON {
        guard case .object(var members) = old, case .object(let changes) = new else { return new }
        for (name, value) in changes { members[name] = merged(members[name] ?? .null, with: value) }
        return .object(members)
    }

    private static func isText(_ value: JSON?) -> Bool { value?.stringValue?.isEmpty == false }
}
