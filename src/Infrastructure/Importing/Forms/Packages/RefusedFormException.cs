namespace TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

/// <summary>A file cannot be read, for a reason that its reader knows. The message completes "The file …".</summary>
public sealed class RefusedFormException(string message) : Exception(message);
