using System.ComponentModel.DataAnnotations;
using TeacherDevPlan.Application.Common.Commands;

namespace TeacherDevPlan.Api.Configuration;

/// <summary>How often expired commitments are released.</summary>
[Section("Commitments")]
internal sealed record CommitmentSettings
{
    [Range(1, 1440)]
    public int ReleaseEveryMinutes { get; init; } = 1;
}

/// <summary>The database server and its logins; read by <c>DatabaseConnection</c>.</summary>
[Section("ConnectionStrings")]
internal sealed record ConnectionSettings
{
    public string? TeacherDevPlan { get; init; }

    public string? PasswordFile { get; init; }

    public string? Owner { get; init; }

    public string? OwnerPasswordFile { get; init; }
}

/// <summary>The pages that may read responses.</summary>
[Section("Cors")]
internal sealed record CorsSettings : ICheckedSettings
{
    /// <summary>Origins such as <c>https://dashboard.example</c>, or * for all.</summary>
    public string[] Origins { get; init; } = [];

    public IEnumerable<string> Faults() =>
        Origins
            .Where(origin => origin != "*" && !IsOrigin(origin))
            .Select(origin =>
                $"Cors__Origins has '{origin}'; an origin is a scheme, a host and a port if it is not the usual one, such as https://dashboard.example."
            );

    /// <summary>Browsers send exactly this form, so any other would never match.</summary>
    private static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == origin
        && uri.UserInfo.Length == 0;
}

/// <summary>How the database is used.</summary>
[Section("Database")]
internal sealed record DatabaseSettings
{
    /// <summary>Null: true for the embedded server, otherwise false.</summary>
    public bool? MigrateOnStart { get; init; }

    /// <summary>Whether the service's login goes through a connection pooler in transaction mode; read by
    /// <c>DatabaseConnection</c>.</summary>
    public bool Pooler { get; init; }
}

/// <summary>The file with the key that corrected and erased names are recognised by.</summary>
[Section("Privacy")]
internal sealed record PrivacySettings : ICheckedSettings
{
    public string? KeyFile { get; init; }

    /// <summary>Null: next to the key.</summary>
    public string? ErasureFile { get; init; }

    public IEnumerable<string> Faults() =>
        new[] { (nameof(KeyFile), KeyFile), (nameof(ErasureFile), ErasureFile) }
            .Where(one => Directory.Exists(one.Item2))
            .Select(one => $"Privacy__{one.Item1} is {one.Item2}, which is a folder and not a file.");
}

/// <summary>Null: true for the embedded server, otherwise false.</summary>
[Section("SampleData")]
internal sealed record SampleDataSettings
{
    public bool? Import { get; init; }
}

/// <summary>How long records of the audit trail stay in the database at least, before they may be archived.</summary>
[Section("Audit")]
internal sealed record AuditSettings
{
    [Range(30, 36_500)]
    public int RetentionDays { get; init; } = 365;
}

/// <summary>How long idempotency keys are kept.</summary>
[Section("Idempotency")]
internal sealed record IdempotencySettings
{
    [Range(ForgetOldKeysHandler.FewestDays, 36_500)]
    public int RetentionDays { get; init; } = 90;
}
