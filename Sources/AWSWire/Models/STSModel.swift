// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `sts`.
    package static let sts = ModelReader.read(
        #"""
        service sts query - - 2011-06-15 query
        namespace https://sts.amazonaws.com/doc/2011-06-15/
        action GetCallerIdentity GetCallerIdentityRequest GetCallerIdentityResponse
        action AssumeRole AssumeRoleRequest AssumeRoleResponse
        action GetSessionToken GetSessionTokenRequest GetSessionTokenResponse
        action DecodeAuthorizationMessage DecodeAuthorizationMessageRequest DecodeAuthorizationMessageResponse
        action GetAccessKeyInfo GetAccessKeyInfoRequest GetAccessKeyInfoResponse
        error ExpiredTokenException 400 ExpiredTokenException message
        error InvalidAuthorizationMessageException 400 InvalidAuthorizationMessageException message
        error MalformedPolicyDocumentException 400 MalformedPolicyDocument message
        error PackedPolicyTooLargeException 400 PackedPolicyTooLarge message
        error RegionDisabledException 403 RegionDisabledException message
        structure AssumeRoleRequest RoleArn*:arnType RoleSessionName*:roleSessionNameType PolicyArns:policyDescriptorListType Policy:unrestrictedSessionPolicyDocumentType DurationSeconds:roleDurationSecondsType Tags:tagListType TransitiveTagKeys:tagKeyListType ExternalId:externalIdType SerialNumber:serialNumberType TokenCode:tokenCodeType SourceIdentity:sourceIdentityType ProvidedContexts:ProvidedContextsListType
        structure AssumeRoleResponse Credentials:Credentials AssumedRoleUser:AssumedRoleUser PackedPolicySize:nonNegativeIntegerType SourceIdentity:sourceIdentityType
        structure AssumedRoleUser AssumedRoleId*:assumedRoleIdType Arn*:arnType
        structure Credentials AccessKeyId*:accessKeyIdType SecretAccessKey*:accessKeySecretType SessionToken*:tokenType Expiration*:dateType
        structure DecodeAuthorizationMessageRequest EncodedMessage*:encodedMessageType
        structure DecodeAuthorizationMessageResponse DecodedMessage:decodedMessageType
        structure GetAccessKeyInfoRequest AccessKeyId*:accessKeyIdType
        structure GetAccessKeyInfoResponse Account:accountType
        structure GetCallerIdentityRequest 
        structure GetCallerIdentityResponse UserId:userIdType Account:accountType Arn:arnType
        structure GetSessionTokenRequest DurationSeconds:durationSecondsType SerialNumber:serialNumberType TokenCode:tokenCodeType
        structure GetSessionTokenResponse Credentials:Credentials
        structure PolicyDescriptorType arn:arnType
        structure ProvidedContext ProviderArn:arnType ContextAssertion:contextAssertionType
        list ProvidedContextsListType ProvidedContext member 1..5
        structure Tag Key*:tagKeyType Value*:tagValueType
        string accessKeyIdType 16..128 pattern [\w]*
        string accessKeySecretType sensitive
        string accountType
        string arnType 20..2048 pattern [\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+
        string assumedRoleIdType 2..193 pattern [\w+=,.@:-]*
        string contextAssertionType 4..2048
        timestamp dateType
        string decodedMessageType
        integer durationSecondsType 900..129600
        string encodedMessageType 1..10240
        string externalIdType 2..1224 pattern [\w+=,.@:\/-]*
        integer nonNegativeIntegerType 0..
        list policyDescriptorListType PolicyDescriptorType member
        integer roleDurationSecondsType 900..43200
        string roleSessionNameType 2..64 pattern [\w+=,.@-]*
        string serialNumberType 9..256 pattern [\w+=/:,.@-]*
        string sourceIdentityType 2..64 pattern [\w+=,.@-]*
        list tagKeyListType tagKeyType member ..50
        string tagKeyType 1..128 pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]+
        list tagListType Tag member ..50
        string tagValueType 0..256 pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]*
        string tokenCodeType 6..6 pattern [\d]*
        string tokenType
        string unrestrictedSessionPolicyDocumentType 1.. pattern [\u0009\u000A\u000D\u0020-\u00FF]+
        string userIdType
        """#)
}
