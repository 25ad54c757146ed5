using System.Reflection;
using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common;

/// <summary>The fiscal years (Buddhist era) that requests may use.</summary>
public static class FiscalYears
{
    public const int First = 2500;
    public const int Last = 2700;

    /// <summary>How many years the Buddhist era is ahead of the Gregorian calendar.</summary>
    public static bool IsKnown(int year) => year is >= First and <= Last;

    /// <summary>What is allowed; for a year of the Gregorian calendar also which fiscal year is probably meant.</summary>
    public static LocalText Right(int year) =>
        new(
            $"must be a fiscal year of the Buddhist era from {First} to {Last}; 2566 is 2022-10-01 to 2023-09-30."
                + (
                    IsGregorian(year)
                        ? $" {year} is a Gregorian year; did you mean {year + FiscalYear.BuddhistEraOffset}?"
                        : ""
                ),
            $"ต้องเป็นปีงบประมาณ พ.ศ. {First} ถึง {Last}"
                + (
                    IsGregorian(year)
                        ? $" ({year} เป็น ค.ศ. ซึ่งตรงกับ พ.ศ. {year + FiscalYear.BuddhistEraOffset})"
                        : ""
                )
        );

    public static void Demand(int year, string argument)
    {
        if (!IsKnown(year))
            throw Refused(year, argument);
    }

    /// <summary>
    /// Whether a number is a fiscal year of the Gregorian calendar: no fiscal year that a request may use, but one would
    /// be if the years between the eras were added.
    /// </summary>
    public static bool IsGregorian(int year) => IsKnown(year + FiscalYear.BuddhistEraOffset) && !IsKnown(year);

    public static QueryRefusedException Refused(int year, string argument) =>
        new("INVALID_FISCAL_YEAR", argument, $"{argument}: {Right(year).English}");

    /// <summary>
    /// Whether an argument or a field with this name has a fiscal year, or several: fiscalYear, firstFiscalYear.
    /// </summary>
    public static bool IsNamed(string name) =>
        name.EndsWith("fiscalYear", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("fiscalYears", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Validates the fiscal years of every command.</summary>
public sealed class FiscalYearValidator<T> : AbstractValidator<T>
    where T : IBaseCommand
{
    private static readonly PropertyInfo[] Years =
    [
        .. typeof(T)
            .GetProperties()
            .Where(member => FiscalYears.IsNamed(member.Name))
            .Where(member => member.PropertyType == typeof(int) || member.PropertyType == typeof(int?)),
    ];

    public FiscalYearValidator()
    {
        foreach (var year in Years)
        {
            RuleFor(command => (int?)year.GetValue(command))
                .Must(value => value is null || FiscalYears.IsKnown(value.Value))
                .OverridePropertyName(year.Name)
                .WithState((_, value) => FiscalYears.Right(value ?? 0));
        }
    }
}
