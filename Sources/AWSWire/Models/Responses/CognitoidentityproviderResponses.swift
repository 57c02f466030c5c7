// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `cognitoidentityprovider`.
    static let cognitoidentityprovider = ModelReader.read(
        #"""
        service cognitoidentityprovider - - - - coral
        action adminCreateUser - AdminCreateUserResponse
        action adminDisableUser - AdminDisableUserResponse
        action adminEnableUser - AdminEnableUserResponse
        action adminGetUser - AdminGetUserResponse
        action adminInitiateAuth - AdminInitiateAuthResponse
        action adminListGroupsForUser - AdminListGroupsForUserResponse
        action adminSetUserPassword - AdminSetUserPasswordResponse
        action adminUpdateUserAttributes - AdminUpdateUserAttributesResponse
        action initiateAuth - InitiateAuthResponse
        action listGroups - ListGroupsResponse
        action listUsers - ListUsersResponse
        action signUp - SignUpResponse
        boolean -boolean
        integer -integer
        integer PrecedenceType 0..
        list AttributeListType AttributeType -
        list AvailableChallengeListType ChallengeNameType -
        list GroupListType GroupType -
        list MFAOptionListType MFAOptionType -
        list UserMFASettingListType StringType -
        list UsersListType UserType -
        map ChallengeParametersType StringType StringType - -
        string -string
        string ArnType 20..2048
        string AttributeNameType 1..32
        string AttributeValueType ..2048
        string ChallengeNameType enum SMS_MFA,EMAIL_OTP,SOFTWARE_TOKEN_MFA,SELECT_MFA_TYPE,MFA_SETUP,PASSWORD_VERIFIER,CUSTOM_CHALLENGE,SELECT_CHALLENGE,DEVICE_SRP_AUTH,DEVICE_PASSWORD_VERIFIER,ADMIN_NO_SRP_AUTH,NEW_PASSWORD_REQUIRED,SMS_OTP,PASSWORD,WEB_AUTHN,PASSWORD_SRP
        string DeliveryMediumType enum SMS,EMAIL
        string DescriptionType ..2048
        string DeviceKeyType 1..55
        string GroupNameType 1..128
        string PaginationKey 1..131072
        string SearchPaginationTokenType 1..
        string SessionType 20..2048
        string StringType 0..131072
        string UserPoolIdType 1..55
        string UserStatusType enum UNCONFIRMED,CONFIRMED,ARCHIVED,COMPROMISED,UNKNOWN,RESET_REQUIRED,FORCE_CHANGE_PASSWORD,EXTERNAL_PROVIDER
        string UsernameType 1..128
        structure AdminCreateUserResponse User:UserType
        structure AdminDisableUserResponse
        structure AdminEnableUserResponse
        structure AdminGetUserResponse Username*:UsernameType UserAttributes:AttributeListType UserCreateDate:-timestamp UserLastModifiedDate:-timestamp Enabled:-boolean UserStatus:UserStatusType MfaOptions:MFAOptionListType PreferredMfaSetting:StringType UserMfaSettingList:UserMFASettingListType
        structure AdminInitiateAuthResponse ChallengeName:ChallengeNameType Session:SessionType ChallengeParameters:ChallengeParametersType AuthenticationResult:AuthenticationResultType AvailableChallenges:AvailableChallengeListType
        structure AdminListGroupsForUserResponse Groups:GroupListType NextToken:PaginationKey
        structure AdminSetUserPasswordResponse
        structure AdminUpdateUserAttributesResponse
        structure AttributeType Name*:AttributeNameType Value:AttributeValueType
        structure AuthenticationResultType AccessToken:-string ExpiresIn:-integer TokenType:StringType RefreshToken:-string IdToken:-string NewDeviceMetadata:NewDeviceMetadataType
        structure CodeDeliveryDetailsType Destination:StringType DeliveryMedium:DeliveryMediumType AttributeName:AttributeNameType
        structure GroupType GroupName:GroupNameType UserPoolId:UserPoolIdType Description:DescriptionType RoleArn:ArnType Precedence:PrecedenceType LastModifiedDate:-timestamp CreationDate:-timestamp
        structure InitiateAuthResponse ChallengeName:ChallengeNameType Session:SessionType ChallengeParameters:ChallengeParametersType AuthenticationResult:AuthenticationResultType AvailableChallenges:AvailableChallengeListType
        structure ListGroupsResponse Groups:GroupListType NextToken:PaginationKey
        structure ListUsersResponse Users:UsersListType PaginationToken:SearchPaginationTokenType
        structure MFAOptionType DeliveryMedium:DeliveryMediumType AttributeName:AttributeNameType
        structure NewDeviceMetadataType DeviceKey:DeviceKeyType DeviceGroupKey:StringType
        structure SignUpResponse UserConfirmed*:-boolean CodeDeliveryDetails:CodeDeliveryDetailsType UserSub*:StringType Session:SessionType
        structure UserType Username:UsernameType Attributes:AttributeListType UserCreateDate:-timestamp UserLastModifiedDate:-timestamp Enabled:-boolean UserStatus:UserStatusType MfaOptions:MFAOptionListType
        timestamp -timestamp
        """#)
}
