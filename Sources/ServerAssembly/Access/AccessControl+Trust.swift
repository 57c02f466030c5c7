import AWSWire
import AccessPolicies
import IAMService
import JSONTree
import ResourceNames

extension AccessControl {
    /// Refuses to give a function or a state machine a role that its service may not assume. A role that does not exist
    /// here is let pass, unless everything is enforced.
    ///
    /// Source: the words of Lambda and Step Functions, as observed.
    func checkTrust(_ action: String, of service: String, _ input: JSON, in territory: Territory) throws(ServiceError) {
        let (member, principal): (String, String)
        switch (service, action) {
        case ("lambda", "CreateFunction"), ("lambda", "UpdateFunctionConfiguration"):
            (member, principal) = ("Role", "lambda.amazonaws.com")
        case ("states", "CreateStateMachine"), ("states", "UpdateStateMachine"):
            (member, principal) = ("roleArn", "states.amazonaws.com")
        default: return
        }
        guard let role = input[member]?.stringValue, mode == .enforce || authority.knows(role: role),
            !isTrusting(role, principal, in: territory)
        else { return }
        guard service == "lambda" else {
            throw ServiceError(
                "AccessDeniedException",
                "Neither the global service principal \(principal), nor the regional one is authorized to assume the provided role."
            )
        }
        throw ServiceError(
            "InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda.")
    }

    private func isTrusting(_ role: String, _ principal: String, in territory: Territory) -> Bool {
        guard let trust = authority.trust(of: role)?.policy else { return false }
        let regional = principal.replacingSuffix(".amazonaws.com", with: ".\(territory.region).amazonaws.com")
        return [principal, regional].contains { name in
            var request = AccessRequest(
                caller: .service(name), action: "sts:AssumeRole", resource: role,
                resourceAccount: ARN(role)?.account ?? territory.account)
            request["aws:SourceAccount"] = [territory.account]
            guard case .denied = authority.decide(request, resource: trust) else { return true }
            return false
        }
    }
}

extension String {
    /// The text with another end, if it has this one.
    fileprivate func replacingSuffix(_ suffix: String, with other: String) -> String {
        hasSuffix(suffix) ? dropLast(suffix.count) + other : self
    }
}
