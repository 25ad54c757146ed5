using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Tokens that are signed with a key of this machine: whoever can read the key's file can make them, and nobody else. For the
/// embedded default only.
/// </summary>
internal sealed class LocalTokens(byte[] key)
{
    public const string Issuer = "teacherdevplan-local";
    private const string Audience = "teacherdevplan";
    private const string RoleClaim = "role";
    private const string OfficeClaim = "office";

    private readonly SymmetricSecurityKey key = new(key);

    public TokenValidationParameters Validation =>
        new()
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        };

    public string Issue(
        string name,
        IEnumerable<Role> roles,
        IEnumerable<string> offices,
        DateTimeOffset now,
        TimeSpan lifetime
    ) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Issuer,
                Audience = Audience,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = (now + lifetime).UtcDateTime,
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
                Claims = new Dictionary<string, object>
                {
                    [JwtRegisteredClaimNames.Sub] = name,
                    [RoleClaim] = roles.Select(RoleText.Of).ToArray(),
                    [OfficeClaim] = offices.ToArray(),
                },
            }
        );

    /// <summary>Whether a token says of itself that it is one of these. Nothing is believed of it yet.</summary>
    public static bool IsOne(string token)
    {
        try
        {
            return new JsonWebTokenHandler().ReadJsonWebToken(token).Issuer == Issuer;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
