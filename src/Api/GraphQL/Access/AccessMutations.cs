using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.GraphQL.Access;

/// <summary>The mutations that make and revoke access tokens.</summary>
internal static class AccessMutations
{
    private static readonly Member Token = new("accessToken", "AccessToken", "The token; null where it was refused.");

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<CreateAccessToken, CreatedAccessToken>(
                "Makes a credential for a script. The secret is told in this answer and never again; sending the request again makes "
                    + "another token.",
                [
                    new Member(
                        "name",
                        "String!",
                        "What it is for: 1 to 64 letters (A to Z), digits, dots, dashes or underscores."
                    ),
                    new Member("roles", "[Role!]!", "What it may do; one role at least."),
                    new Member(
                        "offices",
                        "[String!]",
                        "Codes of the offices that the roles are held for; \"MINISTRY\" makes an approver of the whole ministry."
                    ),
                    new Member(
                        "expiresAt",
                        "DateTime!",
                        $"When it stops being good, within the next {CreateAccessTokenValidator.MaxDays} days."
                    ),
                ],
                [
                    (Token, made => made.Id),
                    (
                        new Member(
                            "secret",
                            "String",
                            "What the script sends as `Authorization: Bearer …`. Keep it; it is not told again."
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
                "Makes an access token useless at once. Revoking it again changes nothing.",
                [new Member("accessTokenId", "ID!", "Which token.")],
                [(Token, revoked => revoked.Id)],
                input => new RevokeAccessToken(input.Id("accessTokenId", nameof(AccessToken)))
            ),
        ];
}
