extension ErrorMessages {
    /// What is wrong with the text.
    static func syntax(_ code: String) -> String? {
        switch code {
        case "S0101": "String literal must be terminated by a matching quote"
        case "S0102": "Number out of range: {{token}}"
        case "S0103": "Unsupported escape sequence: \\{{token}}"
        case "S0104": "The escape sequence \\u must be followed by 4 hex digits"
        case "S0105": "Quoted property name must be terminated with a backquote (`)"
        case "S0106": "Comment has no closing tag"
        case "S0201": "Syntax error: {{token}}"
        case "S0202": "Expected {{value}}, got {{token}}"
        case "S0203": "Expected {{value}} before end of expression"
        case "S0204": "Unknown operator: {{token}}"
        case "S0205": "Unexpected token: {{token}}"
        case "S0206": "Unknown expression type: {{token}}"
        case "S0207": "Unexpected end of expression"
        case "S0208": "Parameter {{value}} of function definition must be a variable name (start with $)"
        case "S0209": "A predicate cannot follow a grouping expression in a step"
        case "S0210": "Each step can only have one grouping expression"
        case "S0211": "The symbol {{token}} cannot be used as a unary operator"
        case "S0212": "The left side of := must be a variable name (start with $)"
        case "S0213": "The literal value {{value}} cannot be used as a step within a path expression"
        case "S0214": "The right side of {{token}} must be a variable name (start with $)"
        case "S0215": "A context variable binding must precede any predicates on a step"
        case "S0216": "A context variable binding must precede the 'order-by' clause on a step"
        case "S0217": "The object representing the 'parent' cannot be derived from this expression"
        case "S0301": "Empty regular expressions are not allowed"
        case "S0302": "No terminating / in regular expression"
        case "S0401": "Type parameters can only be applied to functions and arrays"
        case "S0402": "Choice groups containing parameterized types are not supported"
        case "S0500": "Attempted to evaluate an expression containing syntax error(s)"
        default: nil
        }
    }

    /// Values of a wrong type.
    static func type(_ code: String) -> String? {
        switch code {
        case "T0410": "Argument {{index}} of function {{token}} does not match function signature"
        case "T0411": "Context value is not a compatible type with argument {{index}} of function {{token}}"
        case "T0412": "Argument {{index}} of function {{token}} must be an array of {{type}}"
        case "T1003": "Key in object structure must evaluate to a string; got: {{value}}"
        case "T1005": "Attempted to invoke a non-function. Did you mean ${{token}}?"
        case "T1006": "Attempted to invoke a non-function"
        case "T1007": "Attempted to partially apply a non-function. Did you mean ${{token}}?"
        case "T1008": "Attempted to partially apply a non-function"
        case "T1010":
            """
            The matcher function argument passed to function {{token}} does not return the correct object \
            structure
            """
        case "T2001": "The left side of the {{token}} operator must evaluate to a number"
        case "T2002": "The right side of the {{token}} operator must evaluate to a number"
        case "T2003": "The left side of the range operator (..) must evaluate to an integer"
        case "T2004": "The right side of the range operator (..) must evaluate to an integer"
        case "T2006": "The right side of the function application operator ~> must be a function"
        case "T2007": "Type mismatch when comparing values {{value}} and {{value2}} in order-by clause"
        case "T2008": "The expressions within an order-by clause must evaluate to numeric or string values"
        case "T2009":
            """
            The values {{value}} and {{value2}} either side of operator {{token}} must be of the same data type
            """
        case "T2010": "The expressions either side of operator {{token}} must evaluate to numeric or string values"
        case "T2011": "The insert/update clause of the transform expression must evaluate to an object: {{value}}"
        case "T2012":
            """
            The delete clause of the transform expression must evaluate to a string or array of strings: \
            {{value}}
            """
        case "T2013":
            """
            The transform expression clones the input object using the $clone() function.  This has been \
            overridden in the current scope by a non-function.
            """
        default: nil
        }
    }
}
