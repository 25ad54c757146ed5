using System.ComponentModel.DataAnnotations;
using TeacherDevPlan.Api.Configuration;

namespace TeacherDevPlan.Api.Limits;

/// <summary>The rate limits of one client (section <c>RateLimits</c>). 0 disables a limit.</summary>
[Section("RateLimits")]
internal sealed record RateLimits
{
    /// <summary>Requests that are processed at the same time.</summary>
    [Range(0, 100_000)]
    public int Concurrent { get; init; } = 8;

    /// <summary>Requests that may wait in the queue; further ones are refused.</summary>
    [Range(0, 1_000_000)]
    public int Queued { get; init; } = 256;

    /// <summary>Bodies above 64 KiB that are read or processed at the same time; further ones are refused.</summary>
    [Range(0, 100_000)]
    public int LargeBodies { get; init; } = 16;

    /// <summary>Operations per second of an address without sign-in.</summary>
    [Range(0, 1_000_000)]
    public int AnonymousPerSecond { get; init; } = 300;

    /// <summary>Operations of an address that may come at once after a pause.</summary>
    [Range(1, 10_000_000)]
    public int AnonymousBurst { get; init; } = 3_000;

    /// <summary>
    /// Credentials per second of an address that were not accepted lately; checking them takes a look into the database
    /// or the verification of a signature.
    /// </summary>
    [Range(0, 1_000_000)]
    public int NewCredentialsPerSecond { get; init; } = 50;

    /// <summary>Such credentials of an address that may come at once after a pause.</summary>
    [Range(1, 10_000_000)]
    public int NewCredentialsBurst { get; init; } = 500;

    /// <summary>Such credentials per second of all addresses together.</summary>
    [Range(0, 1_000_000)]
    public int AllNewCredentialsPerSecond { get; init; } = 200;

    /// <summary>Such credentials of all addresses that may come at once after a pause.</summary>
    [Range(1, 10_000_000)]
    public int AllNewCredentialsBurst { get; init; } = 2_000;

    /// <summary>Operations per second of a signed-in caller.</summary>
    [Range(0, 1_000_000)]
    public int SignedInPerSecond { get; init; } = 1_000;

    /// <summary>Operations of a signed-in caller that may come at once after a pause.</summary>
    [Range(1, 10_000_000)]
    public int SignedInBurst { get; init; } = 5_000;
}
