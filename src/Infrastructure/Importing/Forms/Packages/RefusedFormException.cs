using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

/// <summary>A file cannot be read, for a reason that its reader knows. The message completes "The file …".</summary>
public sealed class RefusedFormException(string english, string thai) : Exception(english)
{
    public LocalText Reason { get; } = new(english, thai);
}
