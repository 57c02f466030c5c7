/// The type of a parameter.
package struct ParameterType: Sendable, Equatable {
    /// As the template has it.
    package let text: String
    /// Whether its values are lists.
    package let isList: Bool
    /// Whether its values are numbers.
    package let isNumber: Bool
    /// Whether its text is the name of a parameter of Systems Manager, whose value it stands for.
    package let isStored: Bool

    /// Reads a type; `nil` for one that CloudFormation does not know.
    init?(_ text: String) {
        var inner = text[...]
        var isStored = false
        if inner.hasPrefix("AWS::SSM::Parameter::Value<"), inner.hasSuffix(">") {
            inner = inner.dropFirst("AWS::SSM::Parameter::Value<".count).dropLast()
            isStored = true
        }
        var isList = inner == "CommaDelimitedList"
        if inner.hasPrefix("List<"), inner.hasSuffix(">") {
            inner = inner.dropFirst(5).dropLast()
            isList = true
        }
        guard Self.known.contains(String(inner)) else { return nil }
        self.text = text
        self.isList = isList
        self.isStored = isStored
        isNumber = inner == "Number" && !isStored
    }

    /// The members of a list, without the blanks around them.
    func parts(of text: String) -> [String] {
        guard !text.isEmpty else { return [] }
        return text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            var part = part.drop { $0 == " " }
            while part.last == " " { part.removeLast() }
            return String(part)
        }
    }

    private static let known: Set<String> = [
        "String", "Number", "CommaDelimitedList", "AWS::SSM::Parameter::Name", "AWS::EC2::AvailabilityZone::Name",
        "AWS::EC2::Image::Id", "AWS::EC2::Instance::Id", "AWS::EC2::KeyPair::KeyName",
        "AWS::EC2::SecurityGroup::GroupName", "AWS::EC2::SecurityGroup::Id", "AWS::EC2::Subnet::Id",
        "AWS::EC2::Volume::Id", "AWS::EC2::VPC::Id", "AWS::Route53::HostedZone::Id",
    ]
}
