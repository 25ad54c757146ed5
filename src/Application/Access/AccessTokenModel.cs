using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

public sealed class AccessTokenModel : Model<AccessToken>
{
    public AccessTokenModel()
        : base("A credential for a script. Its secret is told once, when it is made.")
    {
        SeenBy(Seen.OnlyByAll);
        Lists("AccessTokens");
        Order(token => token.CreatedAt);
        Root("accessTokens", "Access tokens, in the order in which they were made. For administrators.")
            .For(Role.Administrator);
        Key(token => token.Id);
        Field(token => token.Name, "What it is for; what it records is by \"token:NAME\".");
        Field(token => token.Roles, "What it may do.");
        Field(token => token.Offices, "The codes of the offices that the roles are held for.");
        Field(token => token.CreatedAt, "When it was made.");
        Field(token => token.CreatedBy, "By whom.");
        Field(token => token.ExpiresAt, "When it stops being good.");
        Field(token => token.RevokedAt, "When it was revoked; null where it was not.");
        Field(token => token.RevokedBy, "By whom it was revoked.");
        Field(token => token.LastUsedAt, "When it was last used, to the minute.");
        foreach (var field in Fields)
            field.For(Role.Administrator);
    }
}
