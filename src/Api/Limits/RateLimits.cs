using System.ComponentModel.DataAnnotations;

namespace TeacherDevPlan.Api.Limits;

/// <summary>What one client may send (section <c>RateLimits</c>). 0 turns a limit off.</summary>
internal sealed record RateLimits
{
    public const string Section = "RateLimits";

    /// <summary>Requests that are answered at the same time.</summary>
    [Range(0, 100_000)]
    public int Concurrent { get; init; } = 8;

    /// <summary>Requests that wait for their turn; further ones are refused.</summary>
    [Range(0, 1_000_000)]
    public int Queued { get; init; } = 256;

    /// <summary>Operations per second of an address that did not sign in.</summary>
    [Range(0, 1_000_000)]
    public int AnonymousPerSecond { get; init; } = 300;

    /// <summary>How many of them may come at once after a pause.</summary>
    [Range(1, 10_000_000)]
    public int AnonymousBurst { get; init; } = 3_000;

    /// <summary>Operations per second of somebody who signed in.</summary>
    [Range(0, 1_000_000)]
    public int SignedInPerSecond { get; init; } = 1_000;

    /// <summary>How many of them may come at once after a pause.</summary>
    [Range(1, 10_000_000)]
    public int SignedInBurst { get; init; } = 5_000;
}
