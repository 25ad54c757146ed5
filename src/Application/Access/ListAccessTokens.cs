using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Access tokens, in the order in which they were made.</summary>
public sealed record ListAccessTokens(ListArguments Arguments) : ListQuery<AccessToken>(Arguments);

public sealed class ListAccessTokensHandler(ListPlanner planner)
    : ListQueryHandler<ListAccessTokens, AccessToken>(planner);

public sealed class AccessTokenModel : QueryModel<AccessToken>
{
    public AccessTokenModel()
        : base("AccessToken")
    {
        DefaultOrder = [token => token.CreatedAt];
        Id(token => token.Id);
        Value("name", token => token.Name);
        Value("createdAt", token => token.CreatedAt);
        Value("createdBy", token => token.CreatedBy);
        Value("expiresAt", token => token.ExpiresAt);
        Value("revokedAt", token => token.RevokedAt);
        Value("lastUsedAt", token => token.LastUsedAt);
    }
}
