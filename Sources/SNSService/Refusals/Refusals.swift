import AWSWire

/// Actions of SNS that are about telephones: known, and refused in words that say so.
enum Refusals {
    /// By action.
    static let all: [String: ServiceError] = {
        var all: [String: ServiceError] = [:]
        for action in mobilePush { all[action] = .invalid("\(action) Reason: mobile push is not served here") }
        for action in ofEndpoints { all[action] = .notFound("Endpoint does not exist: mobile push is not served here") }
        for action in ofApplications {
            all[action] = .notFound("PlatformApplication does not exist: mobile push is not served here")
        }
        for action in textMessages { all[action] = .invalid("\(action) Reason: text messages are not served here") }
        all["PutDataProtectionPolicy"] = .invalid(
            "DataProtectionPolicy Reason: messages are not searched for sensitive data here")
        return all
    }()

    private static let mobilePush = ["CreatePlatformApplication", "ListPlatformApplications"]
    private static let ofApplications = [
        "CreatePlatformEndpoint", "DeletePlatformApplication", "GetPlatformApplicationAttributes",
        "ListEndpointsByPlatformApplication", "SetPlatformApplicationAttributes",
    ]
    private static let ofEndpoints = ["DeleteEndpoint", "GetEndpointAttributes", "SetEndpointAttributes"]
    private static let textMessages = [
        "CheckIfPhoneNumberIsOptedOut", "CreateSMSSandboxPhoneNumber", "DeleteSMSSandboxPhoneNumber",
        "GetSMSAttributes",
        "GetSMSSandboxAccountStatus", "ListOriginationNumbers", "ListPhoneNumbersOptedOut",
        "ListSMSSandboxPhoneNumbers",
        "OptInPhoneNumber", "SetSMSAttributes", "VerifySMSSandboxPhoneNumber",
    ]
}
