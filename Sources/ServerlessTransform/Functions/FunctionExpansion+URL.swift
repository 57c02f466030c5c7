import JSONTree

extension FunctionExpansion {
    /// The function's URL; one without authentication comes with the permissions that let everybody call it.
    func url(_ alias: GeneratedResource?) throws(TemplateProblem) -> [GeneratedResource] {
        guard let config = given["FunctionUrlConfig"], config.objectValue?.isEmpty == false else { return [] }
        if Intrinsic.name(of: config) == nil { try check(config) }
        let target = alias?.ref ?? function.ref
        let attributes = resource.passedAttributes
        let url = GeneratedResource(
            "\(id)Url", "AWS::Lambda::Url", attributes,
            [
                ("Cors", config["Cors"]), ("AuthType", config["AuthType"]), ("TargetFunctionArn", target),
                ("InvokeMode", config["InvokeMode"]),
            ])
        guard config["AuthType"] == "NONE", Intrinsic.name(of: config) == nil else { return [url] }
        return [
            url,
            GeneratedResource(
                "\(id)UrlPublicPermissions", "AWS::Lambda::Permission", attributes,
                [
                    ("Action", "lambda:InvokeFunctionUrl"), ("FunctionName", target), ("Principal", "*"),
                    ("FunctionUrlAuthType", "NONE"),
                ]),
            GeneratedResource(
                "\(id)URLInvokeAllowPublicAccess", "AWS::Lambda::Permission", attributes,
                [
                    ("Action", "lambda:InvokeFunction"), ("FunctionName", target), ("Principal", "*"),
                    ("InvokedViaFunctionUrl", true),
                ]),
        ]
    }

    private func check(_ config: JSON) throws(TemplateProblem) {
        let type = config["AuthType"]
        guard Intrinsic.name(of: type) != nil || type == "AWS_IAM" || type == "NONE" else {
            throw .resource(
                id,
                "AuthType is required to configure function property `FunctionUrlConfig`. Please provide either AWS_IAM or NONE."
            )
        }
        guard let cors = config["Cors"], Intrinsic.name(of: cors) == nil else { return }
        guard let members = cors.objectValue else {
            throw .resource(id, "Property 'FunctionUrlConfig.Cors' should be a map.")
        }
        for (name, value) in members {
            guard let (noun, isRight) = Self.corsMembers[name] else {
                throw .resource(id, "\(name) is not a valid property for configuring Cors.")
            }
            guard Intrinsic.name(of: value) != nil || isRight(value) else {
                throw .resource(id, "\(name) must be of type \(noun).")
            }
        }
    }

    private static let corsMembers: [String: (noun: String, isRight: @Sendable (JSON) -> Bool)] = [
        "AllowOrigins": ("list", { $0.isArray }), "AllowMethods": ("list", { $0.isArray }),
        "AllowHeaders": ("list", { $0.isArray }), "ExposeHeaders": ("list", { $0.isArray }),
        "AllowCredentials": ("bool", { $0.isBool || $0 == "true" || $0 == "false" }),
        "MaxAge": ("int", { $0.integerValue != nil || $0.stringValue.flatMap { Int($0) } != nil }),
    ]
}
