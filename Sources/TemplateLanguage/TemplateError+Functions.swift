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
    /// `Fn::GetAtt` without a resource and an attribute.
    static let attributeMisused = function(
        "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute")
    /// `Fn::Sub` without a text, or with values that are no map.
    static let substitutionMisused = function(
        "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string"
    )
    /// `Fn::Join` without a delimiter and a list.
    static let joinMisused = function(
        "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined."
    )
    /// `Fn::Split` without a delimiter and a text.
    static let splitMisused = function(
        "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split."
    )
    /// `Fn::Select` without an index and a list.
    static let selectMisused = function(
        "Fn::Select requires a list argument with two elements: an integer index and a list")
    /// What is no condition.
    static let noBoolean = format("Conditions can only be boolean operations on parameters and other conditions")
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

    /// What is no condition, as a function.
    static func noCondition(function name: String) -> TemplateError {
        function("\(name) cannot be used as a condition")
    }

    /// Conditions that need each other.
    static func conditionsInCircle(_ one: String, _ other: String) -> TemplateError {
        function("Found circular condition dependency between \(one) and \(other)")
    }

    /// A mapping that the template does not have.
    static func noMapping(_ name: String) -> TemplateError {
        function("Mapping named '\(name)' is not present in the 'Mappings' section of template.")
    }
}
