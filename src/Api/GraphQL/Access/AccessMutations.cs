using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access.Administration;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

/// <summary>The mutations that create and revoke access tokens.</summary>
internal static class AccessMutations
{
    private static readonly Member Token = new(
        "accessToken",
        "AccessToken",
        "The token; null if the mutation was refused."
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<CreateAccessToken, CreatedAccessToken>(
                "Creates a credential for a script. The secret is returned only in this response; sending the request again creates "
                    + "another token.",
                [
                    new Member(
                        "name",
                        "String!",
                        "The token's name: 1 to 64 letters (A to Z), digits, dots, dashes or underscores."
                    ),
                    new Member("roles", "[Role!]!", "The token's roles, at least one."),
                    new Member(
                        "offices",
                        "[String!]",
                        "Codes of the offices that the roles apply to; \"MINISTRY\" makes an approver of the whole ministry."
                    ),
                    new Member(
                        "expiresAt",
                        "DateTime!",
                        $"When the token expires, within the next {CreateAccessTokenValidator.MaxDays} days."
                    ),
                ],
                [
                    (Token, made => made.Id),
                    (
                        new Member(
                            "secret",
                            "String",
                            "The secret that the script sends as `Authorization: Bearer …`. Store it; it is not returned again."
                        ),
                        made => made.Secret
                    ),
                ],
                input => new CreateAccessToken(
                    input.Text("name"),
                    [.. input.Values<Role>("roles")],
                    [.. input.Values<string>("offices")],
                    input.Value<DateTimeOffset>("expiresAt")
                )
            ),
            new Mutation<RevokeAccessToken, Written>(
                "Revokes an access token with immediate effect. Revoking it again changes nothing.",
                [new Member("accessTokenId", "ID!", "The token to revoke.")],
                [(Token, revoked => revoked.Id)],
                input => new RevokeAccessToken(input.Id("accessTokenId", nameof(AccessToken)))
            ),
        ];
}
