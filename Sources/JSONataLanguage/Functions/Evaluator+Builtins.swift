import JSONTree

extension Evaluator {
    /// Calls a function of the language.
    func call(_ builtin: Builtin, _ arguments: [Value], context: Value) throws(JSONataError) -> Value {
        try spend(2)
        let arguments = try builtin.signature.validated(arguments, context, self)
        return try perform(builtin, Arguments(arguments))
    }

    private func perform(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        switch builtin {
        case .sum, .count, .max, .min, .average: try aggregate(builtin, arguments)
        case .string, .substring, .substringBefore, .substringAfter, .lowercase, .uppercase, .length, .trim, .pad:
            try text(builtin, arguments)
        case .match, .contains, .replace, .split, .join: try matching(builtin, arguments)
        case .formatNumber, .formatBase, .formatInteger, .parseInteger: try formatting(builtin, arguments)
        case .number, .floor, .ceil, .round, .abs, .sqrt, .power, .random: try numeric(builtin, arguments)
        case .boolean, .not, .exists, .type, .error, .assert, .eval: try logical(builtin, arguments)
        case .map, .filter, .single, .reduce, .sift, .each: try higherOrder(builtin, arguments)
        case .zip, .append, .reverse, .sort, .shuffle, .distinct, .partition, .range: try array(builtin, arguments)
        case .keys, .lookup, .spread, .merge, .clone: try object(builtin, arguments)
        case .base64encode, .base64decode, .encodeUrlComponent, .encodeUrl, .decodeUrlComponent, .decodeUrl:
            try encoding(builtin, arguments)
        case .toMillis, .fromMillis, .now, .millis: try time(builtin, arguments)
        case .hash, .uuid, .parse: try other(builtin, arguments)
        }
    }
}
