import Glibc

/// Stands in for the C library's `hypotf`, which Swift's own library names and nothing here calls.
///
/// Linked against a newer C library that name would ask for GLIBC_2.35, and Amazon Linux 2023 has 2.34.
@c(hypotf) func olderHypotf(_ x: Float, _ y: Float) -> Float {
    Float((Double(x) * Double(x) + Double(y) * Double(y)).squareRoot())
}
