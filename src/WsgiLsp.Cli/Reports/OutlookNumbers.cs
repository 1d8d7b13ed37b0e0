using System.Globalization;

namespace WsgiLsp.Cli.Reports;

/// <summary>How numbers of simulations are written.</summary>
internal static class OutlookNumbers
{
    public static string Retention(double retention) => retention.ToString("0.0##", CultureInfo.InvariantCulture);

    public static string Minutes(double minutes) => minutes.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);
}
