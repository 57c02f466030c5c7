import JSONTree

extension FunctionExpansion {
    /// The role SAM makes: logs, traces, networks, dead letters; what `Policies` says comes after the destinations.
    func executionRole() throws(TemplateProblem) -> GeneratedRole {
        var role = self.role
        if let document = given["AssumeRolePolicyDocument"] { role.trust = document }
        role.attach(
            given["DurableConfig"] == nil ? "AWSLambdaBasicExecutionRole" : "AWSLambdaBasicDurableExecutionRolePolicy")
        if isTraced { role.attach("AWSXrayWriteOnlyAccess") }
        if given["VpcConfig"] != nil { role.attach("AWSLambdaVPCAccessExecutionRole") }
        if let queue = given["DeadLetterQueue"], let target = queue["TargetArn"] {
            role.add(
                "DeadLetterQueuePolicy",
                [
                    "Version": "2012-10-17",
                    "Statement": [
                        [
                            "Action": queue["Type"] == "SNS" ? "sns:Publish" : "sqs:SendMessage", "Resource": target,
                            "Effect": "Allow",
                        ]
                    ],
                ])
        }
        role.path = given["RolePath"]
        role.boundary = given["PermissionsBoundary"]
        role.tags = try Tags.ofFunction(given["Tags"]?.objectValue ?? JSONObject(), id: id)
        return role
    }

    /// Gives the role what `Policies` says.
    mutating func addPolicies() throws(TemplateProblem) {
        try PolicyList(given["Policies"], of: id).add(to: &role)
    }

    /// Puts the role into the function, under a condition when the function names one only sometimes.
    mutating func chooseRole(in expansion: inout Expansion, _ made: inout [GeneratedResource]) throws(TemplateProblem) {
        guard let named = given["Role"] else {
            function.properties["Role"] = role.resource.arn
            made.append(role.resource)
            return
        }
        let branches: (condition: JSON, one: JSON, other: JSON)?
        do throws(TemplateProblem) { branches = try Intrinsic.branches(of: parameters.resolve(named)) } catch {
            throw .resource(id, "Malformed 'Role' property: Fn::If requires 3 arguments.")
        }
        guard let (condition, one, other) = branches else { return }
        var resource = role.resource
        switch (Intrinsic.isNoValue(one), Intrinsic.isNoValue(other)) {
        case (true, true): function.properties["Role"] = resource.arn
        case (true, false):
            function.properties["Role"] = Intrinsic.either(condition, resource.arn, other)
            resource.attributes["Condition"] = condition
        case (false, true):
            let negated = "NOT\(condition.stringValue ?? "")"
            function.properties["Role"] = Intrinsic.either(condition, one, resource.arn)
            resource.attributes["Condition"] = .string(negated)
            expansion.conditions[negated] = Intrinsic.not(condition.stringValue ?? "")
        case (false, false): return
        }
        made.append(resource)
    }
}
