"""How the bundled English pipeline is made: corpora to trees and names, to a trained and packed pipeline."""
