using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TeacherDevPlan.Api.Tests;

/// <summary>An OpenID Connect issuer with the little that discovery needs, and keys that change.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    public const string Audience = "plans";

    private readonly WebApplication app;
    private RsaSecurityKey key = NewKey();
    private int asked;

    private FakeIssuer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>The public key as whoever asks gets it.</summary>
    public byte[] PublicKey => key.Rsa.ExportSubjectPublicKeyInfo();

    public static async Task<FakeIssuer> StartAsync(CancellationToken cancellationToken)
    {
        var app = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]).Build();
        var issuer = new FakeIssuer(app);
        app.MapGet(
            "/.well-known/openid-configuration",
            async () =>
            {
                Interlocked.Increment(ref issuer.asked);
                await Task.Delay(issuer.Delay);
                return Results.Json(new { issuer = issuer.Url, jwks_uri = $"{issuer.Url}/keys" });
            }
        );
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { issuer.Jwk() } }));
        await app.StartAsync(cancellationToken);
        return issuer;
    }

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>How often it was asked for its keys.</summary>
    public int Asked => asked;

    public void ChangeKeys() => key = NewKey();

    /// <summary>Another key under the same id.</summary>
    public void ReplaceKey() => key = new RsaSecurityKey(RSA.Create(2048)) { KeyId = key.KeyId };

    public string Token(
        Dictionary<string, object> claims,
        string? issuer = null,
        string? audience = Audience,
        TimeSpan? expiresIn = null,
        SecurityKey? signedWith = null,
        string algorithm = SecurityAlgorithms.RsaSha256
    ) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Url,
                Audience = audience,
                IssuedAt = DateTime.UtcNow.AddHours(-2),
                NotBefore = DateTime.UtcNow.AddHours(-2),
                Expires = DateTime.UtcNow + (expiresIn ?? TimeSpan.FromMinutes(5)),
                Claims = claims,
                SigningCredentials = new SigningCredentials(signedWith ?? key, algorithm),
            }
        );

    /// <summary>A token with any header and claims, signed with the key.</summary>
    /// <param name="header">JSON; without an id of the key, which is added.</param>
    public string TokenOf(Dictionary<string, object> claims, string header = """{"alg":"RS256"}""")
    {
        var complete = new Dictionary<string, object>(claims) { ["iss"] = Url, ["aud"] = Audience };
        complete.TryAdd("exp", DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds());
        var signed =
            Base64UrlEncoder.Encode($$"""{"kid":"{{key.KeyId}}",{{header[1..]}}""")
            + "."
            + Base64UrlEncoder.Encode(System.Text.Json.JsonSerializer.Serialize(complete));
        var signature = key.Rsa.SignData(
            System.Text.Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64UrlEncoder.Encode(signature)}";
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private object Jwk()
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
