extension ErrorMessages {
    /// Values that are out of range or cannot be used.
    static func data(_ code: String) -> String? {
        switch code {
        case "D1001": "Number out of range: {{value}}"
        case "D1002": "Cannot negate a non-numeric value: {{value}}"
        case "D1004": "Regular expression matches zero length string"
        case "D1009": "Multiple key definitions evaluate to same key: {{value}}"
        case "D2014":
            """
            The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to \
            allocate {{value}}.
            """
        case "D3001": "Attempting to invoke string function on Infinity or NaN"
        case "D3010": "Second argument of replace function cannot be an empty string"
        case "D3011": "Fourth argument of replace function must evaluate to a positive number"
        case "D3012": "Attempted to replace a matched string with a non-string value"
        case "D3020": "Third argument of split function must evaluate to a positive number"
        case "D3030": "Unable to cast value to a number: {{value}}"
        case "D3040": "Third argument of match function must evaluate to a positive number"
        case "D3050": "The second argument of reduce function must be a function with at least two arguments"
        case "D3060": "The sqrt function cannot be applied to a negative number: {{value}}"
        case "D3061":
            """
            The power function has resulted in a value that cannot be represented as a JSON number: \
            base={{value}}, exponent={{exp}}
            """
        case "D3070":
            """
            The single argument form of the sort function can only be applied to an array of strings or an array \
            of numbers.  Use the second argument to specify a comparison function
            """
        case "D3100": "The radix of the formatBase function must be between 2 and 36.  It was given {{value}}"
        case "D3120": "Syntax error in expression passed to function eval: {{value}}"
        case "D3121": "Dynamic error evaluating the expression passed to function eval: {{value}}"
        case "D3138": "The $single() function expected exactly 1 matching result.  Instead it matched more."
        case "D3139": "The $single() function expected exactly 1 matching result.  Instead it matched 0."
        case "D3140": "Malformed URL passed to ${{functionName}}(): {{value}}"
        default: nil
        }
    }

    /// What is wrong with the picture of a number.
    static func picture(_ code: String) -> String? {
        switch code {
        case "D3080": "The picture string must only contain a maximum of two sub-pictures"
        case "D3081": "The sub-picture must not contain more than one instance of the 'decimal-separator' character"
        case "D3082": "The sub-picture must not contain more than one instance of the 'percent' character"
        case "D3083": "The sub-picture must not contain more than one instance of the 'per-mille' character"
        case "D3084": "The sub-picture must not contain both a 'percent' and a 'per-mille' character"
        case "D3085":
            """
            The mantissa part of a sub-picture must contain at least one character that is either an 'optional \
            digit character' or a member of the 'decimal digit family'
            """
        case "D3086":
            """
            The sub-picture must not contain a passive character that is preceded by an active character and \
            that is followed by another active character
            """
        case "D3087":
            """
            The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a \
            'decimal-separator' character
            """
        case "D3088": "The sub-picture must not contain a 'grouping-separator' at the end of the integer part"
        case "D3089": "The sub-picture must not contain two adjacent instances of the 'grouping-separator' character"
        case "D3090":
            """
            The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is \
            followed by an instance of the 'optional digit character'
            """
        case "D3091":
            """
            The fractional part of the sub-picture must not contain an instance of the 'optional digit \
            character' that is followed by a member of the 'decimal digit family'
            """
        case "D3092":
            """
            A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character \
            treated as an 'exponent-separator'
            """
        case "D3093":
            """
            The exponent part of the sub-picture must comprise only of one or more characters that are members \
            of the 'decimal digit family'
            """
        default: nil
        }
    }

    /// What is wrong with a time or the picture of one.
    static func dateTime(_ code: String) -> String? {
        switch code {
        case "D3110": "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given {{value}}"
        case "D3130":
            """
            Formatting or parsing an integer as a sequence starting with {{value}} is not supported by this \
            implementation
            """
        case "D3131": "In a decimal digit pattern, all digits must be from the same decimal group"
        case "D3132": "Unknown component specifier {{value}} in date/time picture string"
        case "D3133":
            """
            The 'name' modifier can only be applied to months and days in the date/time picture string, not \
            {{value}}
            """
        case "D3134": "The timezone integer format specifier cannot have more than four digits"
        case "D3135": "No matching closing bracket ']' in date/time picture string"
        case "D3136": "The date/time picture string is missing specifiers required to parse the timestamp"
        default: nil
        }
    }
}
