// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `iam`.
    package static let iam = ModelReader.read(
        #"""
        service iam query - - 2010-05-08 query
        namespace https://iam.amazonaws.com/doc/2010-05-08/
        action CreateUser CreateUserRequest CreateUserResponse
        action GetUser GetUserRequest GetUserResponse
        action UpdateUser UpdateUserRequest -
        action DeleteUser DeleteUserRequest -
        action ListUsers ListUsersRequest ListUsersResponse
        action TagUser TagUserRequest -
        action UntagUser UntagUserRequest -
        action ListUserTags ListUserTagsRequest ListUserTagsResponse
        action PutUserPolicy PutUserPolicyRequest -
        action GetUserPolicy GetUserPolicyRequest GetUserPolicyResponse
        action DeleteUserPolicy DeleteUserPolicyRequest -
        action ListUserPolicies ListUserPoliciesRequest ListUserPoliciesResponse
        action AttachUserPolicy AttachUserPolicyRequest -
        action DetachUserPolicy DetachUserPolicyRequest -
        action ListAttachedUserPolicies ListAttachedUserPoliciesRequest ListAttachedUserPoliciesResponse
        action PutUserPermissionsBoundary PutUserPermissionsBoundaryRequest -
        action DeleteUserPermissionsBoundary DeleteUserPermissionsBoundaryRequest -
        action CreateAccessKey CreateAccessKeyRequest CreateAccessKeyResponse
        action UpdateAccessKey UpdateAccessKeyRequest -
        action DeleteAccessKey DeleteAccessKeyRequest -
        action ListAccessKeys ListAccessKeysRequest ListAccessKeysResponse
        action GetAccessKeyLastUsed GetAccessKeyLastUsedRequest GetAccessKeyLastUsedResponse
        action CreateRole CreateRoleRequest CreateRoleResponse
        action GetRole GetRoleRequest GetRoleResponse
        action UpdateRole UpdateRoleRequest UpdateRoleResponse
        action UpdateRoleDescription UpdateRoleDescriptionRequest UpdateRoleDescriptionResponse
        action UpdateAssumeRolePolicy UpdateAssumeRolePolicyRequest -
        action DeleteRole DeleteRoleRequest -
        action ListRoles ListRolesRequest ListRolesResponse
        action PutRolePolicy PutRolePolicyRequest -
        action GetRolePolicy GetRolePolicyRequest GetRolePolicyResponse
        action DeleteRolePolicy DeleteRolePolicyRequest -
        action ListRolePolicies ListRolePoliciesRequest ListRolePoliciesResponse
        action AttachRolePolicy AttachRolePolicyRequest -
        action DetachRolePolicy DetachRolePolicyRequest -
        action ListAttachedRolePolicies ListAttachedRolePoliciesRequest ListAttachedRolePoliciesResponse
        action TagRole TagRoleRequest -
        action UntagRole UntagRoleRequest -
        action ListRoleTags ListRoleTagsRequest ListRoleTagsResponse
        action PutRolePermissionsBoundary PutRolePermissionsBoundaryRequest -
        action DeleteRolePermissionsBoundary DeleteRolePermissionsBoundaryRequest -
        action ListInstanceProfilesForRole ListInstanceProfilesForRoleRequest ListInstanceProfilesForRoleResponse
        action ListGroupsForUser ListGroupsForUserRequest ListGroupsForUserResponse
        action CreateGroup CreateGroupRequest CreateGroupResponse
        action GetGroup GetGroupRequest GetGroupResponse
        action UpdateGroup UpdateGroupRequest -
        action DeleteGroup DeleteGroupRequest -
        action ListGroups ListGroupsRequest ListGroupsResponse
        action AddUserToGroup AddUserToGroupRequest -
        action RemoveUserFromGroup RemoveUserFromGroupRequest -
        action PutGroupPolicy PutGroupPolicyRequest -
        action GetGroupPolicy GetGroupPolicyRequest GetGroupPolicyResponse
        action DeleteGroupPolicy DeleteGroupPolicyRequest -
        action ListGroupPolicies ListGroupPoliciesRequest ListGroupPoliciesResponse
        action AttachGroupPolicy AttachGroupPolicyRequest -
        action DetachGroupPolicy DetachGroupPolicyRequest -
        action ListAttachedGroupPolicies ListAttachedGroupPoliciesRequest ListAttachedGroupPoliciesResponse
        action CreatePolicy CreatePolicyRequest CreatePolicyResponse
        action GetPolicy GetPolicyRequest GetPolicyResponse
        action DeletePolicy DeletePolicyRequest -
        action ListPolicies ListPoliciesRequest ListPoliciesResponse
        action CreatePolicyVersion CreatePolicyVersionRequest CreatePolicyVersionResponse
        action GetPolicyVersion GetPolicyVersionRequest GetPolicyVersionResponse
        action ListPolicyVersions ListPolicyVersionsRequest ListPolicyVersionsResponse
        action SetDefaultPolicyVersion SetDefaultPolicyVersionRequest -
        action DeletePolicyVersion DeletePolicyVersionRequest -
        action ListEntitiesForPolicy ListEntitiesForPolicyRequest ListEntitiesForPolicyResponse
        action TagPolicy TagPolicyRequest -
        action UntagPolicy UntagPolicyRequest -
        action ListPolicyTags ListPolicyTagsRequest ListPolicyTagsResponse
        action SimulatePrincipalPolicy SimulatePrincipalPolicyRequest SimulatePolicyResponse
        action SimulateCustomPolicy SimulateCustomPolicyRequest SimulatePolicyResponse
        error ConcurrentModificationException 409 ConcurrentModification message
        error DeleteConflictException 409 DeleteConflict message
        error EntityAlreadyExistsException 409 EntityAlreadyExists message
        error EntityTemporarilyUnmodifiableException 409 EntityTemporarilyUnmodifiable message
        error InvalidInputException 400 InvalidInput message
        error LimitExceededException 409 LimitExceeded message
        error MalformedPolicyDocumentException 400 MalformedPolicyDocument message
        error NoSuchEntityException 404 NoSuchEntity message
        error PolicyEvaluationException 500 PolicyEvaluation message
        error PolicyNotAttachableException 400 PolicyNotAttachable message
        error ServiceFailureException 500 ServiceFailure message
        error UnmodifiableEntityException 400 UnmodifiableEntity message
        structure AccessKey UserName*:userNameType AccessKeyId*:accessKeyIdType Status*:statusType SecretAccessKey*:accessKeySecretType CreateDate:dateType
        structure AccessKeyLastUsed LastUsedDate:dateType ServiceName*:stringType Region*:stringType
        structure AccessKeyMetadata UserName:userNameType AccessKeyId:accessKeyIdType Status:statusType CreateDate:dateType
        list ActionNameListType ActionNameType member
        string ActionNameType 3..128
        structure AddUserToGroupRequest GroupName*:groupNameType UserName*:existingUserNameType
        structure AttachGroupPolicyRequest GroupName*:groupNameType PolicyArn*:arnType
        structure AttachRolePolicyRequest RoleName*:roleNameType PolicyArn*:arnType
        structure AttachUserPolicyRequest UserName*:userNameType PolicyArn*:arnType
        structure AttachedPermissionsBoundary PermissionsBoundaryType:PermissionsBoundaryAttachmentType PermissionsBoundaryArn:arnType
        structure AttachedPolicy PolicyName:policyNameType PolicyArn:arnType
        integer ColumnNumber
        structure ContextEntry ContextKeyName:ContextKeyNameType ContextKeyValues:ContextKeyValueListType ContextKeyType:ContextKeyTypeEnum
        list ContextEntryListType ContextEntry member
        string ContextKeyNameType 5..256
        list ContextKeyNamesResultListType ContextKeyNameType member
        string ContextKeyTypeEnum enum string,stringList,numeric,numericList,boolean,booleanList,ip,ipList,binary,binaryList,date,dateList
        list ContextKeyValueListType ContextKeyValueType member
        string ContextKeyValueType
        structure CreateAccessKeyRequest UserName:existingUserNameType
        structure CreateAccessKeyResponse AccessKey*:AccessKey
        structure CreateGroupRequest Path:pathType GroupName*:groupNameType
        structure CreateGroupResponse Group*:Group
        structure CreatePolicyRequest PolicyName*:policyNameType Path:policyPathType PolicyDocument*:policyDocumentType Description:policyDescriptionType Tags:tagListType
        structure CreatePolicyResponse Policy:Policy
        structure CreatePolicyVersionRequest PolicyArn*:arnType PolicyDocument*:policyDocumentType SetAsDefault:booleanType
        structure CreatePolicyVersionResponse PolicyVersion:PolicyVersion
        structure CreateRoleRequest Path:pathType RoleName*:roleNameType AssumeRolePolicyDocument*:policyDocumentType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType PermissionsBoundary:arnType Tags:tagListType
        structure CreateRoleResponse Role*:Role
        structure CreateUserRequest Path:pathType UserName*:userNameType PermissionsBoundary:arnType Tags:tagListType
        structure CreateUserResponse User:User
        structure DeleteAccessKeyRequest UserName:existingUserNameType AccessKeyId*:accessKeyIdType
        structure DeleteGroupPolicyRequest GroupName*:groupNameType PolicyName*:policyNameType
        structure DeleteGroupRequest GroupName*:groupNameType
        structure DeletePolicyRequest PolicyArn*:arnType
        structure DeletePolicyVersionRequest PolicyArn*:arnType VersionId*:policyVersionIdType
        structure DeleteRolePermissionsBoundaryRequest RoleName*:roleNameType
        structure DeleteRolePolicyRequest RoleName*:roleNameType PolicyName*:policyNameType
        structure DeleteRoleRequest RoleName*:roleNameType
        structure DeleteUserPermissionsBoundaryRequest UserName*:userNameType
        structure DeleteUserPolicyRequest UserName*:existingUserNameType PolicyName*:policyNameType
        structure DeleteUserRequest UserName*:existingUserNameType
        structure DetachGroupPolicyRequest GroupName*:groupNameType PolicyArn*:arnType
        structure DetachRolePolicyRequest RoleName*:roleNameType PolicyArn*:arnType
        structure DetachUserPolicyRequest UserName*:userNameType PolicyArn*:arnType
        string EntityType enum User,Role,Group,LocalManagedPolicy,AWSManagedPolicy
        map EvalDecisionDetailsType EvalDecisionSourceType PolicyEvaluationDecisionType key value
        string EvalDecisionSourceType 3..256
        structure EvaluationResult EvalActionName*:ActionNameType EvalResourceName:ResourceNameType EvalDecision*:PolicyEvaluationDecisionType MatchedStatements:StatementListType MissingContextValues:ContextKeyNamesResultListType OrganizationsDecisionDetail:OrganizationsDecisionDetail PermissionsBoundaryDecisionDetail:PermissionsBoundaryDecisionDetail EvalDecisionDetails:EvalDecisionDetailsType ResourceSpecificResults:ResourceSpecificResultListType
        list EvaluationResultsListType EvaluationResult member
        structure GetAccessKeyLastUsedRequest AccessKeyId*:accessKeyIdType
        structure GetAccessKeyLastUsedResponse UserName:existingUserNameType AccessKeyLastUsed:AccessKeyLastUsed
        structure GetGroupPolicyRequest GroupName*:groupNameType PolicyName*:policyNameType
        structure GetGroupPolicyResponse GroupName*:groupNameType PolicyName*:policyNameType PolicyDocument*:policyDocumentType
        structure GetGroupRequest GroupName*:groupNameType Marker:markerType MaxItems:maxItemsType
        structure GetGroupResponse Group*:Group Users*:userListType IsTruncated:booleanType Marker:responseMarkerType
        structure GetPolicyRequest PolicyArn*:arnType
        structure GetPolicyResponse Policy:Policy
        structure GetPolicyVersionRequest PolicyArn*:arnType VersionId*:policyVersionIdType
        structure GetPolicyVersionResponse PolicyVersion:PolicyVersion
        structure GetRolePolicyRequest RoleName*:roleNameType PolicyName*:policyNameType
        structure GetRolePolicyResponse RoleName*:roleNameType PolicyName*:policyNameType PolicyDocument*:policyDocumentType
        structure GetRoleRequest RoleName*:roleNameType
        structure GetRoleResponse Role*:Role
        structure GetUserPolicyRequest UserName*:existingUserNameType PolicyName*:policyNameType
        structure GetUserPolicyResponse UserName*:existingUserNameType PolicyName*:policyNameType PolicyDocument*:policyDocumentType
        structure GetUserRequest UserName:existingUserNameType
        structure GetUserResponse User*:User
        structure Group Path*:pathType GroupName*:groupNameType GroupId*:idType Arn*:arnType CreateDate*:dateType
        structure InstanceProfile Path*:pathType InstanceProfileName*:instanceProfileNameType InstanceProfileId*:idType Arn*:arnType CreateDate*:dateType Roles*:roleListType Tags:tagListType
        integer LineNumber
        structure ListAccessKeysRequest UserName:existingUserNameType Marker:markerType MaxItems:maxItemsType
        structure ListAccessKeysResponse AccessKeyMetadata*:accessKeyMetadataListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListAttachedGroupPoliciesRequest GroupName*:groupNameType PathPrefix:policyPathType Marker:markerType MaxItems:maxItemsType
        structure ListAttachedGroupPoliciesResponse AttachedPolicies:attachedPoliciesListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListAttachedRolePoliciesRequest RoleName*:roleNameType PathPrefix:policyPathType Marker:markerType MaxItems:maxItemsType
        structure ListAttachedRolePoliciesResponse AttachedPolicies:attachedPoliciesListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListAttachedUserPoliciesRequest UserName*:userNameType PathPrefix:policyPathType Marker:markerType MaxItems:maxItemsType
        structure ListAttachedUserPoliciesResponse AttachedPolicies:attachedPoliciesListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListEntitiesForPolicyRequest PolicyArn*:arnType EntityFilter:EntityType PathPrefix:pathType PolicyUsageFilter:PolicyUsageType Marker:markerType MaxItems:maxItemsType
        structure ListEntitiesForPolicyResponse PolicyGroups:PolicyGroupListType PolicyUsers:PolicyUserListType PolicyRoles:PolicyRoleListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListGroupPoliciesRequest GroupName*:groupNameType Marker:markerType MaxItems:maxItemsType
        structure ListGroupPoliciesResponse PolicyNames*:policyNameListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListGroupsForUserRequest UserName*:existingUserNameType Marker:markerType MaxItems:maxItemsType
        structure ListGroupsForUserResponse Groups*:groupListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListGroupsRequest PathPrefix:pathPrefixType Marker:markerType MaxItems:maxItemsType
        structure ListGroupsResponse Groups*:groupListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListInstanceProfilesForRoleRequest RoleName*:roleNameType Marker:markerType MaxItems:maxItemsType
        structure ListInstanceProfilesForRoleResponse InstanceProfiles*:instanceProfileListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListPoliciesRequest Scope:policyScopeType OnlyAttached:booleanType PathPrefix:policyPathType PolicyUsageFilter:PolicyUsageType Marker:markerType MaxItems:maxItemsType
        structure ListPoliciesResponse Policies:policyListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListPolicyTagsRequest PolicyArn*:arnType Marker:markerType MaxItems:maxItemsType
        structure ListPolicyTagsResponse Tags*:tagListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListPolicyVersionsRequest PolicyArn*:arnType Marker:markerType MaxItems:maxItemsType
        structure ListPolicyVersionsResponse Versions:policyDocumentVersionListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListRolePoliciesRequest RoleName*:roleNameType Marker:markerType MaxItems:maxItemsType
        structure ListRolePoliciesResponse PolicyNames*:policyNameListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListRoleTagsRequest RoleName*:roleNameType Marker:markerType MaxItems:maxItemsType
        structure ListRoleTagsResponse Tags*:tagListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListRolesRequest PathPrefix:pathPrefixType Marker:markerType MaxItems:maxItemsType
        structure ListRolesResponse Roles*:roleListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListUserPoliciesRequest UserName*:existingUserNameType Marker:markerType MaxItems:maxItemsType
        structure ListUserPoliciesResponse PolicyNames*:policyNameListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListUserTagsRequest UserName*:existingUserNameType Marker:markerType MaxItems:maxItemsType
        structure ListUserTagsResponse Tags*:tagListType IsTruncated:booleanType Marker:responseMarkerType
        structure ListUsersRequest PathPrefix:pathPrefixType Marker:markerType MaxItems:maxItemsType
        structure ListUsersResponse Users*:userListType IsTruncated:booleanType Marker:responseMarkerType
        structure OrganizationsDecisionDetail AllowedByOrganizations:booleanType
        string PermissionsBoundaryAttachmentType enum PermissionsBoundaryPolicy
        structure PermissionsBoundaryDecisionDetail AllowedByPermissionsBoundary:booleanType
        structure Policy PolicyName:policyNameType PolicyId:idType Arn:arnType Path:policyPathType DefaultVersionId:policyVersionIdType AttachmentCount:attachmentCountType PermissionsBoundaryUsageCount:attachmentCountType IsAttachable:booleanType Description:policyDescriptionType CreateDate:dateType UpdateDate:dateType Tags:tagListType
        string PolicyEvaluationDecisionType enum allowed,explicitDeny,implicitDeny
        structure PolicyGroup GroupName:groupNameType GroupId:idType
        list PolicyGroupListType PolicyGroup member
        string PolicyIdentifierType
        structure PolicyRole RoleName:roleNameType RoleId:idType
        list PolicyRoleListType PolicyRole member
        string PolicySourceType enum user,group,role,aws-managed,user-managed,resource,none
        string PolicyUsageType enum PermissionsPolicy,PermissionsBoundary
        structure PolicyUser UserName:userNameType UserId:idType
        list PolicyUserListType PolicyUser member
        structure PolicyVersion Document:policyDocumentType VersionId:policyVersionIdType IsDefaultVersion:booleanType CreateDate:dateType
        structure Position Line:LineNumber Column:ColumnNumber
        structure PutGroupPolicyRequest GroupName*:groupNameType PolicyName*:policyNameType PolicyDocument*:policyDocumentType
        structure PutRolePermissionsBoundaryRequest RoleName*:roleNameType PermissionsBoundary*:arnType
        structure PutRolePolicyRequest RoleName*:roleNameType PolicyName*:policyNameType PolicyDocument*:policyDocumentType
        structure PutUserPermissionsBoundaryRequest UserName*:userNameType PermissionsBoundary*:arnType
        structure PutUserPolicyRequest UserName*:existingUserNameType PolicyName*:policyNameType PolicyDocument*:policyDocumentType
        structure RemoveUserFromGroupRequest GroupName*:groupNameType UserName*:existingUserNameType
        string ResourceHandlingOptionType 1..64
        list ResourceNameListType ResourceNameType member
        string ResourceNameType 1..2048
        structure ResourceSpecificResult EvalResourceName*:ResourceNameType EvalResourceDecision*:PolicyEvaluationDecisionType MatchedStatements:StatementListType MissingContextValues:ContextKeyNamesResultListType EvalDecisionDetails:EvalDecisionDetailsType PermissionsBoundaryDecisionDetail:PermissionsBoundaryDecisionDetail
        list ResourceSpecificResultListType ResourceSpecificResult member
        structure Role Path*:pathType RoleName*:roleNameType RoleId*:idType Arn*:arnType CreateDate*:dateType AssumeRolePolicyDocument:policyDocumentType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType PermissionsBoundary:AttachedPermissionsBoundary Tags:tagListType RoleLastUsed:RoleLastUsed
        structure RoleLastUsed LastUsedDate:dateType Region:stringType
        structure SetDefaultPolicyVersionRequest PolicyArn*:arnType VersionId*:policyVersionIdType
        structure SimulateCustomPolicyRequest PolicyInputList*:SimulationPolicyListType PermissionsBoundaryPolicyInputList:SimulationPolicyListType ActionNames*:ActionNameListType ResourceArns:ResourceNameListType ResourcePolicy:policyDocumentType ResourceOwner:ResourceNameType CallerArn:ResourceNameType ContextEntries:ContextEntryListType ResourceHandlingOption:ResourceHandlingOptionType MaxItems:maxItemsType Marker:markerType
        structure SimulatePolicyResponse EvaluationResults:EvaluationResultsListType IsTruncated:booleanType Marker:responseMarkerType
        structure SimulatePrincipalPolicyRequest PolicySourceArn*:arnType PolicyInputList:SimulationPolicyListType PermissionsBoundaryPolicyInputList:SimulationPolicyListType ActionNames*:ActionNameListType ResourceArns:ResourceNameListType ResourcePolicy:policyDocumentType ResourceOwner:ResourceNameType CallerArn:ResourceNameType ContextEntries:ContextEntryListType ResourceHandlingOption:ResourceHandlingOptionType MaxItems:maxItemsType Marker:markerType
        list SimulationPolicyListType policyDocumentType member
        structure Statement SourcePolicyId:PolicyIdentifierType SourcePolicyType:PolicySourceType StartPosition:Position EndPosition:Position
        list StatementListType Statement member
        structure Tag Key*:tagKeyType Value*:tagValueType
        structure TagPolicyRequest PolicyArn*:arnType Tags*:tagListType
        structure TagRoleRequest RoleName*:roleNameType Tags*:tagListType
        structure TagUserRequest UserName*:existingUserNameType Tags*:tagListType
        structure UntagPolicyRequest PolicyArn*:arnType TagKeys*:tagKeyListType
        structure UntagRoleRequest RoleName*:roleNameType TagKeys*:tagKeyListType
        structure UntagUserRequest UserName*:existingUserNameType TagKeys*:tagKeyListType
        structure UpdateAccessKeyRequest UserName:existingUserNameType AccessKeyId*:accessKeyIdType Status*:statusType
        structure UpdateAssumeRolePolicyRequest RoleName*:roleNameType PolicyDocument*:policyDocumentType
        structure UpdateGroupRequest GroupName*:groupNameType NewPath:pathType NewGroupName:groupNameType
        structure UpdateRoleDescriptionRequest RoleName*:roleNameType Description*:roleDescriptionType
        structure UpdateRoleDescriptionResponse Role:Role
        structure UpdateRoleRequest RoleName*:roleNameType Description:roleDescriptionType MaxSessionDuration:roleMaxSessionDurationType
        structure UpdateRoleResponse 
        structure UpdateUserRequest UserName*:existingUserNameType NewPath:pathType NewUserName:userNameType
        structure User Path*:pathType UserName*:userNameType UserId*:idType Arn*:arnType CreateDate*:dateType PasswordLastUsed:dateType PermissionsBoundary:AttachedPermissionsBoundary Tags:tagListType
        string accessKeyIdType 16..128 pattern [\w]+
        list accessKeyMetadataListType AccessKeyMetadata member
        string accessKeySecretType sensitive
        string arnType 20..2048
        list attachedPoliciesListType AttachedPolicy member
        integer attachmentCountType
        boolean booleanType
        timestamp dateType
        string existingUserNameType 1..128 pattern [\w+=,.@-]+
        list groupListType Group member
        string groupNameType 1..128 pattern [\w+=,.@-]+
        string idType 16..128 pattern [\w]+
        list instanceProfileListType InstanceProfile member
        string instanceProfileNameType 1..128 pattern [\w+=,.@-]+
        string markerType 1..320 pattern [\u0020-\u00FF]+
        integer maxItemsType 1..1000
        string pathPrefixType 1..512 pattern \u002F[\u0021-\u007F]*
        string pathType 1..512 pattern (\u002F)|(\u002F[\u0021-\u007E]+\u002F)
        string policyDescriptionType ..1000
        string policyDocumentType 1..131072 pattern [\u0009\u000A\u000D\u0020-\u00FF]+
        list policyDocumentVersionListType PolicyVersion member
        list policyListType Policy member
        list policyNameListType policyNameType member
        string policyNameType 1..128 pattern [\w+=,.@-]+
        string policyPathType 1..512 pattern ((/[A-Za-z0-9\.,\+@=_-]+)*)/
        string policyScopeType enum All,AWS,Local
        string policyVersionIdType pattern v[1-9][0-9]*(\.[A-Za-z0-9-]*)?
        string responseMarkerType
        string roleDescriptionType ..1000 pattern [\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]*
        list roleListType Role member
        integer roleMaxSessionDurationType 3600..43200
        string roleNameType 1..64 pattern [\w+=,.@-]+
        string statusType enum Active,Inactive,Expired
        string stringType
        list tagKeyListType tagKeyType member ..50
        string tagKeyType 1..128 pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]+
        list tagListType Tag member ..50
        string tagValueType 0..256 pattern [\p{L}\p{Z}\p{N}_.:/=+\-@]*
        list userListType User member
        string userNameType 1..64 pattern [\w+=,.@-]+
        """#)
}
