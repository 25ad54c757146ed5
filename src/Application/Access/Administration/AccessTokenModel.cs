using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access.Administration;

public sealed class AccessTokenModel : Model<AccessToken>
{
    public AccessTokenModel()
        : base("A credential for a script. Its secret is returned only when it is created.")
    {
        SeenBy(Seen.OnlyByAll);
        Lists("AccessTokens");
        Order(token => token.CreatedAt);
        Root("accessTokens", "Access tokens, in order of creation. For administrators.").For(Role.Administrator);
        Key(token => token.Id);
        Field(token => token.Name, "The token's name; its records are attributed to \"token:NAME\".");
        Field(token => token.Roles, "The token's roles.");
        Field(token => token.Offices, "The codes of the offices that the roles apply to.");
        Field(token => token.CreatedAt, "When the token was created.");
        Field(token => token.CreatedBy, "Who created the token.");
        Field(token => token.ExpiresAt, "When the token expires.");
        Field(
            token => token.ConfirmedAt,
            "Since when the token is accepted; null while it waits for another administrator's confirmation."
        );
        Field(token => token.ConfirmedBy, "Who confirmed the token; null if nobody had to, or nobody has.");
        Field(token => token.RevokedAt, "When the token was revoked; null if it was not.");
        Field(token => token.RevokedBy, "Who revoked the token.");
        Field(token => token.LastUsedAt, "When the token was last used, to the minute.");
        foreach (var field in Fields)
            field.For(Role.Administrator);
    }
}
