namespace TeacherDevPlan.Application.Common;

/// <summary>Who is asking.</summary>
public interface ICaller
{
    /// <summary>As it is written beside what the caller records; idempotency keys are the caller's own.</summary>
    string Name { get; }
}

/// <summary>The service itself, or somebody at its command line.</summary>
public sealed class SystemCaller : ICaller
{
    public string Name => "system";
}
