import Glibc

extension Examination {
    /// Whether clients reach StartSyncExecution and TestState, which they ask for at a host of its own: `sync-` before the endpoint's.
    var hostPrefix: Finding {
        let (subject, variable) = ("sync- hosts", "AWS_DISABLE_HOST_PREFIX_INJECTION")
        if getenv(variable).map({ String(cString: $0).lowercased() }) == "true" {
            return .present(
                subject,
                "\(variable)=true: boto3 and the aws CLI call StartSyncExecution and TestState at the endpoint itself")
        }
        if Self.resolves("sync-localhost") {
            return .present(subject, "sync-localhost leads here: use the endpoint http://localhost:\(port)")
        }
        return .optional(
            subject, "StartSyncExecution and TestState are asked for at sync-HOST, which leads nowhere",
            remedy:
                "Set \(variable)=true, as 'newel up' prints it. For SDKs that do not know it (those of JavaScript, Go, Java), put the line '127.0.0.1 sync-localhost streaming-localhost' into /etc/hosts and use the endpoint http://localhost:\(port)."
        )
    }

    private static func resolves(_ host: String) -> Bool {
        var found: UnsafeMutablePointer<addrinfo>?
        defer { if let found { freeaddrinfo(found) } }
        return getaddrinfo(host, nil, nil, &found) == 0
    }
}
