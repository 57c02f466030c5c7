extension Int64 {
    /// The quotient rounded down, where `/` rounds towards zero. The divisor is positive.
    func flooredDivision(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
