// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `sts`.
    static let sts = ModelReader.read(
        #"""
        service sts - - - - coral
        action assumeRole - AssumeRoleResponse
        action assumeRoleWithSAML - AssumeRoleWithSAMLResponse
        action assumeRoleWithWebIdentity - AssumeRoleWithWebIdentityResponse
        action assumeRoot - AssumeRootResponse
        action decodeAuthorizationMessage - DecodeAuthorizationMessageResponse
        action getAccessKeyInfo - GetAccessKeyInfoResponse
        action getCallerIdentity - GetCallerIdentityResponse
        action getDelegatedAccessToken - GetDelegatedAccessTokenResponse
        action getFederationToken - GetFederationTokenResponse
        action getSessionToken - GetSessionTokenResponse
        action getWebIdentityToken - GetWebIdentityTokenResponse
        integer nonNegativeIntegerType 0..
        string -string
        string accessKeyIdType 16..128
        string arnType 20..2048
        string assumedRoleIdType 2..193
        string federatedIdType 2..193
        string sourceIdentityType 2..64
        string webIdentitySubjectType 6..255
        structure AssumeRoleResponse Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize:nonNegativeIntegerType SourceIdentity:sourceIdentityType
        structure AssumeRoleWithSAMLResponse Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize:nonNegativeIntegerType Subject:-string SubjectType:-string Issuer:-string Audience:-string NameQualifier:-string SourceIdentity:sourceIdentityType
        structure AssumeRoleWithWebIdentityResponse Credentials:Credentials SubjectFromWebIdentityToken:webIdentitySubjectType AssumedRoleUser:AssumedRoleUser PackedPolicySize:nonNegativeIntegerType Provider:-string Audience:-string SourceIdentity:sourceIdentityType
        structure AssumeRootResponse Credentials:Credentials SourceIdentity:sourceIdentityType
        structure AssumedRoleUser AssumedRoleId*:assumedRoleIdType Arn*:arnType
        structure Credentials AccessKeyId*:accessKeyIdType SecretAccessKey*:-string SessionToken*:-string Expiration*:-timestamp
        structure DecodeAuthorizationMessageResponse DecodedMessage:-string
        structure FederatedUser FederatedUserId*:federatedIdType Arn*:arnType
        structure GetAccessKeyInfoResponse Account:-string
        structure GetCallerIdentityResponse UserId:-string Account:-string Arn:arnType
        structure GetDelegatedAccessTokenResponse Credentials:Credentials PackedPolicySize:nonNegativeIntegerType AssumedPrincipal:arnType
        structure GetFederationTokenResponse Credentials:Credentials FederatedUser:FederatedUser PackedPolicySize:nonNegativeIntegerType
        structure GetSessionTokenResponse Credentials:Credentials
        structure GetWebIdentityTokenResponse WebIdentityToken:-string Expiration:-timestamp
        timestamp -timestamp
        """#)
}
