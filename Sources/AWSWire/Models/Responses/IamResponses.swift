// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `iam`.
    static let iam = ModelReader.read(
        #"""
        service iam - - - - coral
        action createPolicy - CreatePolicyResponse
        action createRole - CreateRoleResponse
        action createUser - CreateUserResponse
        action getPolicy - GetPolicyResponse
        action getRole - GetRoleResponse
        action getUser - GetUserResponse
        action listAccessKeys - ListAccessKeysResponse
        action listAttachedRolePolicies - ListAttachedRolePoliciesResponse
        action listRoles - ListRolesResponse
        action listUsers - ListUsersResponse
        boolean -boolean
        integer -integer
        integer roleMaxSessionDurationType 3600..43200
        list accessKeyMetadataListType AccessKeyMetadata -
        list attachedPoliciesListType AttachedPolicy -
        list roleListType Role -
        list tagListType Tag - ..50
        list userListType User -
        string -string
        string PermissionsBoundaryAttachmentType enum PermissionsBoundaryPolicy
        string accessKeyIdType 16..128
        string arnType 20..2048
        string idType 16..128
        string pathType 1..512
        string policyDescriptionType ..1000
        string policyDocumentType 1..131072
        string policyNameType 1..128
        string policyPathType 1..512
        string roleDescriptionType ..1000
        string roleNameType 1..64
        string statusType enum Active,Inactive,Expired
        string tagKeyType 1..128
        string tagValueType 0..256
        string userNameType 1..64
        structure AccessKeyMetadata UserName:userNameType AccessKeyId:accessKeyIdType Status:statusType CreateDate:-timestamp
        structure AttachedPermissionsBoundary PermissionsBoundaryType:PermissionsBoundaryAttachmentType PermissionsBoundaryArn:arnType
        structure AttachedPolicy PolicyName:policyNameType PolicyArn:arnType
        structure CreatePolicyResponse Policy:Policy
        structure CreateRoleResponse Role*:Role
        structure CreateUserResponse User:User
        structure GetPolicyResponse Policy:Policy
        structure GetRoleResponse Role*:Role
        structure GetUserResponse User*:User
        structure ListAccessKeysResponse AccessKeyMetadata*:accessKeyMetadataListType IsTruncated:-boolean Marker:-string
        structure ListAttachedRolePoliciesResponse AttachedPolicies:attachedPoliciesListType IsTruncated:-boolean Marker:-string
        structure ListRolesResponse Roles*:roleListType IsTruncated:-boolean Marker:-string
        structure ListUsersResponse Users*:userListType IsTruncated:-boolean Marker:-string
        structure Policy PolicyName:policyNameType PolicyId:idType Arn:arnType Path:policyPathType DefaultVersionId:-string AttachmentCount:-integer PermissionsBoundaryUsageCount:-integer IsAttachable:-boolean Description:policyDescriptionType CreateDate:-timestamp UpdateDate:-timestamp Tags:tagListType
        structure Role Path*:pathType RoleName*:roleNameType RoleId*:idType Arn*:arnType CreateDate*:-timestamp AssumeRolePolicyDocument:policyDocumentType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType PermissionsBoundary:AttachedPermissionsBoundary Tags:tagListType RoleLastUsed:RoleLastUsed
        structure RoleLastUsed LastUsedDate:-timestamp Region:-string
        structure Tag Key*:tagKeyType Value*:tagValueType
        structure User Path*:pathType UserName*:userNameType UserId*:idType Arn*:arnType CreateDate*:-timestamp PasswordLastUsed:-timestamp PermissionsBoundary:AttachedPermissionsBoundary Tags:tagListType
        timestamp -timestamp
        """#)
}
