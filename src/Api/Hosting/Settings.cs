using System.ComponentModel.DataAnnotations;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Binds a section of the configuration to a record whose properties declare defaults and ranges.</summary>
internal static class Settings
{
    /// <summary>Returns the record, or stops the start with a message that names the invalid setting.</summary>
    public static T Read<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        T settings;
        try
        {
            settings = configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException exception)
        {
            throw new HostingException($"A setting in the section {section} is invalid: {exception.Message}");
        }

        var faults = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true))
            return settings;
        throw new HostingException(
            string.Join(
                Environment.NewLine,
                faults.Select(fault =>
                    $"The setting {section}:{fault.MemberNames.FirstOrDefault()} is wrong: {fault.ErrorMessage}"
                )
            )
        );
    }
}
