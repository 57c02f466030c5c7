import AWSWire
import JSONTree
import ResourceNames
import TestSupport
import Testing

/// Parameters are put, read by every kind of name, listed and deleted, and refused in AWS's codes.
struct ParameterTests {
    @Test func versionsAreKeptAndReadByNumberLabelAndARN() async throws {
        let world = try SSMWorld()
        try await world.put("/app/url", "one")
        let second = try await world.put("/app/url", "two", overwrite: true)
        #expect(second["Version"] == 2 && second["Tier"] == "Standard")
        try await world.run(
            "LabelParameterVersion", ["Name": "/app/url", "ParameterVersion": 1, "Labels": ["old", "1st"]])
        for (name, value) in [
            ("/app/url", "two"), ("/app/url:1", "one"), ("/app/url:old", "one"),
            ("arn:aws:ssm:us-east-1:000000000000:parameter/app/url", "two"),
            ("arn:aws:ssm:us-east-1:000000000000:parameter/app/url:1", "one"),
        ] {
            #expect(try await world.value(name) == value)
        }
        let shown = try await world.run("GetParameter", ["Name": "/app/url:old"])["Parameter"]
        #expect(shown?["Selector"] == ":old" && shown?["Name"] == "/app/url" && shown?["Version"] == 1)
        #expect(await world.failure("GetParameter", ["Name": "/app/url:3"]) == "ParameterVersionNotFound")
        #expect(await world.failure("GetParameter", ["Name": "/app/none"]) == "ParameterNotFound")
        #expect(await world.failure("GetParameter", ["Name": "/aws/service/ami-x/latest"]) == "ParameterNotFound")
    }

    @Test func whatIsPutOutlivesTheProcess() async throws {
        let world = try SSMWorld()
        try await world.put("plain", "v")
        try await world.run("PutParameter", ["Name": "/s/secret", "Value": "hidden", "Type": "SecureString"])
        try world.restart()
        #expect(try await world.value("plain") == "v")
        #expect(try await world.value("/s/secret") == "hidden")
    }

    @Test(arguments: [(8, "Standard"), (5_000, "Advanced")])
    func aSecretIsSealedWhateverItsSize(size: Int, tier: String) async throws {
        let world = try SSMWorld()
        let secret = String(repeating: "s", count: size)
        try await world.run(
            "PutParameter",
            ["Name": "/s", "Value": .string(secret), "Type": "SecureString", "Tier": "Intelligent-Tiering"])
        let closed = try await world.run("GetParameter", ["Name": "/s"])["Parameter"]?["Value"]?.stringValue
        // Three of them come by chance in one of forty such texts, eight in none.
        #expect(closed?.contains("ssssssss") == false)
        #expect(try await world.value("/s") == secret)
        let described = try await world.run("DescribeParameters")["Parameters"]?[0]
        #expect(described?["KeyId"] == "alias/aws/ssm" && described?["Tier"] == .string(tier))
        #expect(described?["Value"] == nil)
        let key = try await world.run("DescribeKey", ["KeyId": "alias/aws/ssm"], of: "kms")["KeyMetadata"]
        #expect(key?["KeyManager"] == "AWS")
        await #expect(throws: ServiceError.self) {
            try await world.run("DisableKey", ["KeyId": key?["KeyId"] ?? ""], of: "kms")
        }
    }

    @Test func aSecretNeedsItsKey() async throws {
        let world = try SSMWorld()
        let made = try await world.run("CreateKey", of: "kms")["KeyMetadata"]?["KeyId"]
        let key = try #require(made)
        let input: JSON = ["Name": "/k", "Value": "v", "Type": "SecureString", "KeyId": key]
        try await world.run("PutParameter", input)
        #expect(try await world.value("/k") == "v")
        try await world.run("DisableKey", ["KeyId": key], of: "kms")
        #expect(await world.failure("GetParameter", ["Name": "/k", "WithDecryption": true]) == "InvalidKeyId")
        #expect(await world.failure("GetParameter", ["Name": "/k"]) == nil)
        #expect(
            await world.failure(
                "PutParameter", ["Name": "/l", "Value": "v", "Type": "SecureString", "KeyId": "alias/none"])
                == "InvalidKeyId")
    }

    /// Name, value, more members, code.
    @Test(
        arguments: [
            ("aws-x", "v", [:], "ValidationException"), ("/aws/x/y", "v", [:], "AccessDeniedException"),
            ("SSMx", "v", [:], "ValidationException"), ("a/b", "v", [:], "ValidationException"),
            ("/a b", "v", [:], "ValidationException"), ("/a/", "v", [:], "ValidationException"),
            ("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15", "v", [:], nil),
            ("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16", "v", [:], "HierarchyLevelLimitExceededException"),
            ("/a", "", [:], "ValidationException"), ("/a", "{{ssm:b}}", [:], "ValidationException"),
            ("/a", "12", ["AllowedPattern": #"^\d+$"#], nil),
            ("/a", "1x", ["AllowedPattern": #"^\d+$"#], "ParameterPatternMismatchException"),
            ("/a", "1", ["AllowedPattern": "(["], "InvalidAllowedPatternException"),
            ("/a", "v", ["KeyId": "alias/x"], "ValidationException"),
            ("/a", "v", ["DataType": "aws:ec2:image"], "ValidationException"),
            ("/a", "v", ["Policies": #"[{"Type":"Expiration"}]"#], "InvalidPolicyTypeException"),
            ("/a", String(repeating: "x", count: 4_096), [:], nil),
            ("/a", String(repeating: "x", count: 4_097), [:], "ValidationException"),
            ("/a", String(repeating: "x", count: 8_192), ["Tier": "Advanced"], nil),
            ("/a", String(repeating: "x", count: 8_193), ["Tier": "Advanced"], "ValidationException"),
            ("/a", "v", ["Tags": [["Key": "k", "Value": "v"]], "Overwrite": true], "ValidationException"),
        ] as [(String, String, JSON, String?)])
    func aPutIsCheckedAsByAWS(name: String, value: String, more: JSON, code: String?) async throws {
        let world = try SSMWorld()
        var input: JSONObject = ["Name": .string(name), "Value": .string(value), "Type": "String"]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        #expect(await world.failure("PutParameter", .object(input)) == code)
    }

    @Test func anExistingParameterNeedsOverwriteAndKeepsWhatIsLeftOut() async throws {
        let world = try SSMWorld()
        #expect(await world.failure("PutParameter", ["Name": "/a", "Value": "v"]) == "ValidationException")
        try await world.run(
            "PutParameter",
            ["Name": "/a", "Value": "v", "Type": "StringList", "Description": "d", "Tier": "Advanced"])
        #expect(
            await world.failure("PutParameter", ["Name": "/a", "Value": "v", "Type": "String"])
                == "ParameterAlreadyExists")
        try await world.run("PutParameter", ["Name": "/a", "Value": "w", "Overwrite": true])
        let shown = try await world.run("DescribeParameters")["Parameters"]?[0]
        #expect(shown?["Type"] == "StringList" && shown?["Description"] == "d" && shown?["Tier"] == "Advanced")
        #expect(
            await world.failure("PutParameter", ["Name": "/a", "Value": "w", "Overwrite": true, "Tier": "Standard"])
                == "ValidationException")
    }

    @Test func aHundredVersionsAreKeptUnlessTheOldestHasALabel() async throws {
        let world = try SSMWorld()
        try await world.put("/a", "1")
        for number in 2...101 { try await world.put("/a", String(number), overwrite: true) }
        #expect(await world.failure("GetParameter", ["Name": "/a:1"]) == "ParameterVersionNotFound")
        let history = try await world.run("GetParameterHistory", ["Name": "/a"])
        #expect(history["Parameters"]?.arrayValue?.count == 50 && history["Parameters"]?[0]?["Version"] == 2)
        let rest = try await world.run(
            "GetParameterHistory", ["Name": "/a", "NextToken": history["NextToken"] ?? ""])
        #expect(rest["Parameters"]?[49]?["Version"] == 101 && rest["NextToken"] == nil)
        try await world.run("LabelParameterVersion", ["Name": "/a", "ParameterVersion": 2, "Labels": ["keep"]])
        let input: JSON = ["Name": "/a", "Value": "x", "Overwrite": true]
        #expect(await world.failure("PutParameter", input) == "ParameterMaxVersionLimitExceeded")
        try await world.run("LabelParameterVersion", ["Name": "/a", "ParameterVersion": 3, "Labels": ["keep"]])
        #expect(await world.failure("PutParameter", input) == nil)
    }

    @Test func labelsMoveAndAreTakenOff() async throws {
        let world = try SSMWorld()
        try await world.put("/a")
        let labelled = try await world.run(
            "LabelParameterVersion", ["Name": "/a", "Labels": ["ok", "1no", "aws-no", "s p", "o.k_-2"]])
        #expect(labelled["InvalidLabels"] == ["1no", "aws-no", "s p"] && labelled["ParameterVersion"] == 1)
        let many = JSON.array((0..<9).map { .string("l\($0)") })
        #expect(
            await world.failure("LabelParameterVersion", ["Name": "/a", "Labels": many])
                == "ParameterVersionLabelLimitExceeded")
        let removed = try await world.run(
            "UnlabelParameterVersion", ["Name": "/a", "ParameterVersion": 1, "Labels": ["ok", "none"]])
        #expect(removed == ["RemovedLabels": ["ok"], "InvalidLabels": ["none"]])
    }

    @Test func aPathShowsItsLevelOrAllBelow() async throws {
        let world = try SSMWorld()
        for name in ["/a/x", "/a/b/y", "/a/b/z", "/ab/x", "top"] { try await world.put(name) }
        func names(_ input: JSON) async throws -> [String] {
            SSMWorld.names(try await world.run("GetParametersByPath", input))
        }
        #expect(try await names(["Path": "/a"]) == ["/a/x"])
        #expect(try await names(["Path": "/a/", "Recursive": true]) == ["/a/b/y", "/a/b/z", "/a/x"])
        #expect(try await names(["Path": "/"]) == ["top"])
        #expect(await world.failure("GetParametersByPath", ["Path": "a"]) == "ValidationException")
        #expect(
            await world.failure(
                "GetParametersByPath", ["Path": "/a", "ParameterFilters": [["Key": "Name", "Values": ["x"]]]])
                == "InvalidFilterKey")
        try await world.run("LabelParameterVersion", ["Name": "/a/x", "Labels": ["prod"]])
        try await world.put("/a/x", "new", overwrite: true)
        let labelled = try await world.run(
            "GetParametersByPath",
            ["Path": "/a", "ParameterFilters": [["Key": "Label", "Values": ["prod"]]]])
        #expect(labelled["Parameters"]?[0]?["Value"] == "v")
    }

    @Test func aTokenIsGoodForItsListAndForADay() async throws {
        let world = try SSMWorld()
        for number in 10..<25 { try await world.put("/p/\(number)") }
        let first = try await world.run("GetParametersByPath", ["Path": "/p"])
        #expect(SSMWorld.names(first).count == 10)
        let token = try #require(first["NextToken"])
        let input: JSON = ["Path": "/p", "NextToken": token]
        try await world.run("DeleteParameter", ["Name": "/p/19"])
        #expect(SSMWorld.names(try await world.run("GetParametersByPath", input)).first == "/p/20")
        #expect(await world.failure("GetParametersByPath", ["Path": "/q", "NextToken": token]) == "InvalidNextToken")
        #expect(await world.failure("DescribeParameters", ["NextToken": "x"]) == "InvalidNextToken")
        world.clock.move(by: .seconds(86_401))
        #expect(await world.failure("GetParametersByPath", input) == "InvalidNextToken")
    }

    /// Filter, names found.
    @Test(
        arguments: [
            (["Key": "Name", "Values": ["a/x"]], ["/a/x"]),
            (["Key": "Name", "Option": "BeginsWith", "Values": ["/a"]], ["/a/b/y", "/a/x"]),
            (["Key": "Name", "Option": "Contains", "Values": ["b"]], ["/a/b/y"]),
            (["Key": "Path", "Values": ["/a"]], ["/a/x"]),
            (["Key": "Path", "Option": "Recursive", "Values": ["/a"]], ["/a/b/y", "/a/x"]),
            (["Key": "Type", "Values": ["StringList"]], ["list"]),
            (["Key": "tag:env"], ["list"]), (["Key": "tag:env", "Values": ["dev"]], []),
            (["Key": "Tier", "Values": ["Advanced"]], []),
            (["Key": "Nme", "Values": ["x"]], ["InvalidFilterKey"]),
            (["Key": "Name", "Option": "Like", "Values": ["x"]], ["InvalidFilterOption"]),
            (["Key": "Name"], ["InvalidFilterValue"]),
        ] as [(JSON, [String])])
    func descriptionsAreFiltered(filter: JSON, names: [String]) async throws {
        let world = try SSMWorld()
        for name in ["/a/x", "/a/b/y"] { try await world.put(name) }
        try await world.run(
            "PutParameter",
            ["Name": "list", "Value": "a,b", "Type": "StringList", "Tags": [["Key": "env", "Value": "prod"]]])
        do throws(ServiceError) {
            let output = try await world.run("DescribeParameters", ["ParameterFilters": [filter]])
            #expect(SSMWorld.names(output) == names)
        } catch {
            #expect([error.code] == names)
        }
    }

    @Test func severalAreReadAndDeletedAtOnce() async throws {
        let world = try SSMWorld()
        for name in ["a", "b"] { try await world.put(name) }
        let found = try await world.run("GetParameters", ["Names": ["a", "none", "b:1", "b:9"]])
        #expect(SSMWorld.names(found) == ["a", "b"] && found["InvalidParameters"] == ["none", "b:9"])
        let deleted = try await world.run("DeleteParameters", ["Names": ["a", "none"]])
        #expect(deleted == ["DeletedParameters": ["a"], "InvalidParameters": ["none"]])
        #expect(await world.failure("DeleteParameter", ["Name": "a"]) == "ParameterNotFound")
    }

    @Test func tagsAreAddedListedAndRemoved() async throws {
        let world = try SSMWorld()
        try await world.put("/a")
        let name: JSON = "/a"
        try await world.run(
            "AddTagsToResource",
            [
                "ResourceType": "Parameter", "ResourceId": name,
                "Tags": [["Key": "k", "Value": "v"], ["Key": "l", "Value": "w"]],
            ])
        try await world.run(
            "RemoveTagsFromResource", ["ResourceType": "Parameter", "ResourceId": name, "TagKeys": ["k"]])
        let tags = try await world.run("ListTagsForResource", ["ResourceType": "Parameter", "ResourceId": name])
        #expect(tags["TagList"] == [["Key": "l", "Value": "w"]])
        #expect(
            await world.failure("ListTagsForResource", ["ResourceType": "Parameter", "ResourceId": "/b"])
                == "InvalidResourceId")
        #expect(
            await world.failure("ListTagsForResource", ["ResourceType": "Document", "ResourceId": "d"])
                == "InvalidResourceType")
    }
}
