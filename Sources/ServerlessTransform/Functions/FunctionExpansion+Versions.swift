import JSONTree

extension FunctionExpansion {
    /// The version and the alias of `AutoPublishAlias`: another version for every change of the code.
    ///
    /// - Returns: The alias, to which events go then.
    mutating func published(into made: inout [GeneratedResource]) throws(TemplateProblem) -> GeneratedResource? {
        guard let wanted = given["AutoPublishAlias"], wanted != "" else {
            if given["ProvisionedConcurrencyConfig"] != nil {
                throw .resource(
                    id, "To set ProvisionedConcurrencyConfig AutoPublishALias must be defined on the function")
            }
            return nil
        }
        guard let name = parameters.resolve(wanted).stringValue else {
            throw .resource(id, "'AutoPublishAlias' must be a string or a Ref to a template parameter")
        }
        try checkAlias(name)
        let digest = try codeDigest()
        if let digest { describe(digest) }
        let version = try version(digest)
        let alias = GeneratedResource(
            "\(id)Alias\(name.replacing("-", with: "D").replacing("_", with: "U"))", "AWS::Lambda::Alias",
            resource.passedAttributes,
            [
                ("Name", .string(name)), ("FunctionName", function.ref),
                ("FunctionVersion", Intrinsic.attribute("Version", of: version.id)),
                ("ProvisionedConcurrencyConfig", given["ProvisionedConcurrencyConfig"]),
            ])
        made += [version, alias]
        return alias
    }

    private func checkAlias(_ name: String) throws(TemplateProblem) {
        guard !name.isEmpty else { throw .resource(id, "Alias name is required to create an alias") }
        let isNamed = name.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
            default: false
            }
        }
        guard isNamed, !name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .resource(
                id,
                "AutoPublishAlias name ('\(name)') must contain only alphanumeric characters, hyphens, or underscores matching "
                    + "(?!^[0-9]+$)([a-zA-Z0-9-_]+) pattern.")
        }
    }

    private func codeDigest() throws(TemplateProblem) -> String? {
        guard let given = given["AutoPublishCodeSha256"], given != "" else { return nil }
        guard let digest = parameters.resolve(given).stringValue else {
            throw .resource(id, "AutoPublishCodeSha256 must be a string")
        }
        return digest
    }

    /// CloudFormation sees only what the template says: a digest in the description tells it of other code behind the same address.
    private mutating func describe(_ digest: String) {
        let description = given["Description"].map(parameters.resolve)
        switch description {
        case nil, "": function.properties["Description"] = .string(digest)
        case .string(let text): function.properties["Description"] = .string("\(text) \(digest)")
        case let other?: function.properties["Description"] = ["Fn::Join": [" ", [other, .string(digest)]]]
        }
    }

    private mutating func version(_ digest: String?) throws(TemplateProblem) -> GeneratedResource {
        function.properties["Code"] = function.properties["Code"].map(parameters.resolve)
        let suffix = digest.map { String($0.prefix(10)) } ?? StableText.suffix(.object(decisive))
        var attributes = resource.passedAttributes
        if attributes["DeletionPolicy"] == nil {
            attributes["DeletionPolicy"] = given["VersionDeletionPolicy"] ?? "Retain"
        }
        return GeneratedResource(
            "\(id)Version\(suffix)", "AWS::Lambda::Version", attributes,
            [("FunctionName", function.ref), ("Description", given["VersionDescription"])])
    }

    /// What makes another version when it changes.
    private var decisive: JSONObject {
        if given["AutoPublishAliasAllProperties"]?.isTruthy == true { return function.properties }
        var decisive = function.properties["Code"]?.objectValue ?? JSONObject()
        for (name, value) in given["Environment"]?.objectValue ?? JSONObject() { decisive[name] = value }
        if let memory = given["MemorySize"] { decisive["MemorySize"] = memory }
        if let snapshots = given["SnapStart"], let when = snapshots["ApplyOn"], when != "None" {
            decisive["SnapStart"] = snapshots
        }
        return decisive
    }
}
