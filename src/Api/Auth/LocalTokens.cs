using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Tokens that are signed with a key on this machine. Whoever can read the key file can create them, and nobody else.
/// Only for the embedded database.
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

    /// <summary>Whether a token claims to be a local token. This is not verified yet.</summary>
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
