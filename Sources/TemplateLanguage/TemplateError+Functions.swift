/// How functions are misused, in CloudFormation's words.
extension TemplateError {
    /// `Ref` of what is no name.
    static let refMisused = function("every Ref object must have a single String value.")
    /// `Fn::If` without a condition and two values.
    static let ifMisused = function("Fn::If requires a list argument with the first element being a condition")
    /// `Fn::Equals` of other than two values.
    static let equalsMisused = function("every Fn::Equals object requires a list of 2 string parameters.")
    /// `Fn::Not` of other than one condition.
    static let notMisused = function("every Fn::Not object requires one boolean parameter.")
    /// `Fn::FindInMap` without its names.
    static let mapMisused = function(
        "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for return value"
    )

    /// `Fn::And` or `Fn::Or` of too few or too many conditions.
    static func junctionMisused(_ name: String) -> TemplateError {
        function("every \(name) object requires a list of at least 2 and at most 10 boolean parameters.")
    }

    /// `Fn::If` of a condition that the template does not have.
    static func noCondition(_ name: String) -> TemplateError {
        function("unresolved condition dependency \(name) in Fn::If")
    }

    /// A condition that names one which the template does not have.
    static func noCondition(ofConditions name: String) -> TemplateError {
        format("Unresolved condition dependency \(name) in the Conditions block of the template")
    }

    /// A mapping that the template does not have.
    static func noMapping(_ name: String) -> TemplateError {
        function("Mapping named '\(name)' is not present in the 'Mappings' section of template.")
    }
}
