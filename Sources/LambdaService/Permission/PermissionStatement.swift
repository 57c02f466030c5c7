import AWSWire
import JSONTree
import ResourceNames

/// What AddPermission makes a statement of.
enum PermissionStatement {
    /// The statement that a request describes, for a function's ARN.
    static func statement(_ input: JSON, on arn: String) throws(ServiceError) -> JSON {
        var statement: JSONObject = [
            "Sid": input["StatementId"] ?? "", "Effect": "Allow", "Principal": try principal(input),
            "Action": input["Action"] ?? "", "Resource": .string(arn),
        ]
        statement["Condition"] = condition(input)
        return .object(statement)
    }

    /// Observed on AWS: services by name, accounts as their root, all others by ARN.
    private static func principal(_ input: JSON) throws(ServiceError) -> JSON {
        let text = input["Principal"]?.stringValue ?? ""
        if text == "*" { return "*" }
        if text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return ["AWS": .string("arn:aws:iam::\(text):root")]
        }
        if let arn = ARN(text), arn.service == "iam" || arn.service == "sts" { return ["AWS": .string(text)] }
        guard text.hasSuffix(".amazonaws.com"), text.utf8.count > ".amazonaws.com".utf8.count else {
            throw .invalidParameter("The provided principal was invalid. Please check the principal and try again.")
        }
        return ["Service": .string(text)]
    }

    private static func condition(_ input: JSON) -> JSON? {
        var equals = JSONObject()
        equals["AWS:SourceAccount"] = input["SourceAccount"]?.unlessNull
        equals["aws:PrincipalOrgID"] = input["PrincipalOrgID"]?.unlessNull
        equals["lambda:EventSourceToken"] = input["EventSourceToken"]?.unlessNull
        equals["lambda:FunctionUrlAuthType"] = input["FunctionUrlAuthType"]?.unlessNull
        var condition = JSONObject()
        if !equals.isEmpty { condition["StringEquals"] = .object(equals) }
        if let source = input["SourceArn"]?.unlessNull { condition["ArnLike"] = ["AWS:SourceArn": source] }
        if let isByURL = input["InvokedViaFunctionUrl"]?.boolValue {
            condition["Bool"] = ["lambda:InvokedViaFunctionUrl": .string("\(isByURL)")]
        }
        return condition.isEmpty ? nil : .object(condition)
    }
}
