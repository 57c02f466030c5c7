import AWSWire
import AccessPolicies
import HandlerContract
import IAMService
import JSONTree
import ResourceNames

extension AccessControl {
    /// Refuses to give a function, a state machine, a stack or a rule's target a role that its service may not assume. A role that does not exist
    /// here is let pass, unless everything is enforced.
    ///
    /// Source: the words of Lambda, Step Functions, EventBridge and CloudFormation, as observed.
    func checkTrust(_ action: String, of service: String, _ input: JSON, in territory: Territory) throws(ServiceError) {
        let (member, principal): (String, String)
        switch (service, action) {
        case ("lambda", "CreateFunction"), ("lambda", "UpdateFunctionConfiguration"):
            (member, principal) = ("Role", "lambda.amazonaws.com")
        case ("states", "CreateStateMachine"), ("states", "UpdateStateMachine"):
            (member, principal) = ("roleArn", "states.amazonaws.com")
        case ("events", "PutTargets"): return try checkTargets(input, in: territory)
        case ("cloudformation", _): (member, principal) = ("RoleARN", "cloudformation.amazonaws.com")
        default: return
        }
        guard let role = input[member]?.stringValue, mode == .enforce || authority.knows(role: role),
            !isTrusting(role, principal, in: territory)
        else { return }
        guard service != "cloudformation" else {
            throw ServiceError("ValidationError", "Role \(role) is invalid or cannot be assumed")
        }
        guard service == "lambda" else {
            throw ServiceError(
                "AccessDeniedException",
                "Neither the global service principal \(principal), nor the regional one is authorized to assume the provided role."
            )
        }
        throw ServiceError(
            "InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda.")
    }

    private func checkTargets(_ input: JSON, in territory: Territory) throws(ServiceError) {
        let principal = "events.amazonaws.com"
        for role in (input["Targets"]?.arrayValue ?? []).compactMap({ $0["RoleArn"]?.stringValue }) {
            guard mode == .enforce || authority.knows(role: role), !isTrusting(role, principal, in: territory) else {
                continue
            }
            throw ServiceError(
                "ValidationException", "Provided role '\(role)' cannot be assumed by principal '\(principal)'.")
        }
    }

    /// Whether the role of a state machine may take on the one that a task names in its `Credentials`: its own policies and that role's trust policy
    /// must allow it. A role that does not exist here is let pass, unless everything is enforced.
    ///
    /// Source: Step Functions developer guide, "Accessing resources in other AWS accounts": the external id is the machine's ARN.
    func lets(_ machineRole: String, assume role: String, for request: InvocationRequest) -> Bool {
        guard mode != .off, isSubject(role), isSubject(machineRole),
            let caller = Caller.session(of: machineRole, named: Self.sessionName(request.idempotencyKey))
        else { return true }
        var assumption = Permission("sts:AssumeRole", on: role)
        assumption.keys["sts:ExternalId"] = ExecutionARN(request.executionARN).map { [$0.stateMachine.text] }
        do throws(ServiceError) {
            try check(assumption, by: Sender(caller: caller), "sts", in: request.territory)
            return true
        } catch {
            return false
        }
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
